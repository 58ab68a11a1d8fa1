package dev.ascertain.providers.cloudflare;

import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.DefaultExpectation;
import dev.ascertain.spi.Form;
import dev.ascertain.spi.Importable;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.Value;
import dev.ascertain.spi.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The one kind of verification: {@code cloudflare_ssl_verification}. */
final class SslVerification {
    private static final List<DeclaredAttribute> DECLARED = List.of(
            DeclaredAttribute.text("zone_id", "The zone's id, 32 hexadecimal digits. It needs no look-up.")
                    .formed(Form.HEX_ID),
            DeclaredAttribute.text("zone", "The zone's name, such as example.com, looked up once in a run; or its id.")
                    .formed(Form.HOST_NAME_OR_HEX_ID),
            DeclaredAttribute.word(
                            "validation_method",
                            "How the certificate authority is to be convinced. Left out: as it is. Another one than the"
                                    + " live one is a difference, and asking for it orders anew.",
                            "http",
                            "cname",
                            "txt",
                            "email")
                    .asDesired(),
            DeclaredAttribute.word(
                            "trigger",
                            "How apply asks: zone sends ?retry=true once for the whole zone, pack asks for single packs,"
                                    + " auto takes the whole zone only where that touches nothing else.",
                            "auto",
                            "zone",
                            "pack")
                    .orElse("auto"),
            DeclaredAttribute.flag(
                    "allow_new_order",
                    "Permits another validation_method to be asked for: there will be other tokens, and records that are"
                            + " published now stop counting.",
                    false));

    /** In the order of the vendor's page; the last two are not documented there, but in every answer. */
    private static final List<LiveAttribute> REPORTED = List.of(
            new LiveAttribute(
                    "certificate_status",
                    ValueType.TEXT,
                    "Current status of the certificate.",
                    CertificateStatus.KNOWN),
            LiveAttribute.of(
                    "brand_check", ValueType.FLAG, "The certificate authority is manually reviewing the order."),
            LiveAttribute.text("cert_pack_uuid", "The id of the certificate pack."),
            LiveAttribute.text(
                    "signature",
                    "The certificate's signature algorithm.",
                    "ECDSAWithSHA256",
                    "SHA1WithRSA",
                    "SHA256WithRSA"),
            LiveAttribute.text(
                    "validation_method",
                    "The validation method in use for the order of the pack.",
                    "http",
                    "cname",
                    "txt"),
            LiveAttribute.of(
                    "verification_info",
                    ValueType.RECORDS,
                    "What must be published, as a list of {kind, name, value, status}. It goes away once verified."),
            LiveAttribute.of(
                    "verification_status",
                    ValueType.FLAG,
                    "Whether what must be published was found; left out where that is unknown."),
            LiveAttribute.text("verification_type", "The method of verification.", "cname", "meta tag"),
            LiveAttribute.text("hostname", "The name that the certificate is for.")
                    .formed(Form.HOST_OR_WILDCARD_NAME),
            LiveAttribute.text("validation_type", "The kind of validation, such as dv."));

    /** Read from the certificate pack, only where a manifest names one of them or something is not met. */
    private static final List<LiveAttribute> JOINED = List.of(
            LiveAttribute.text(
                    "certificate_authority",
                    "Who issues the certificate; from the certificate pack.",
                    "google",
                    "lets_encrypt",
                    "ssl_com"),
            LiveAttribute.of(
                    "expires_on",
                    ValueType.TIME,
                    "When the certificate in service expires; from the certificate pack."),
            LiveAttribute.of("hosts", ValueType.TEXTS, "All names of the certificate pack."),
            new LiveAttribute(
                    "pack_status", ValueType.TEXT, "Status of the certificate pack.", CertificateStatus.OF_PACKS),
            LiveAttribute.of(
                    "validation_errors",
                    ValueType.TEXTS,
                    "What the certificate authority said, as it came; from the certificate pack."));

    static final ResourceType TYPE = new ResourceType(
            "cloudflare_ssl_verification",
            "The verification of a zone's edge certificates: one for each hostname and certificate pack.",
            DECLARED,
            Stream.concat(REPORTED.stream(), JOINED.stream()).toList(),
            List.of(Set.of("zone_id", "zone")),
            List.of(
                    new DefaultExpectation("certificate_status", Value.of("active"), false),
                    new DefaultExpectation("brand_check", Value.of(false), true)),
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(40),
                    Duration.ofSeconds(60)));

    static final List<String> JOINED_NAMES =
            JOINED.stream().map(LiveAttribute::name).toList();

    /** What must be published and the pack's id change with every order, so they are not the state. */
    static final Importable IMPORTABLE = new Importable(
            TYPE.name(),
            "zones",
            true,
            List.of("certificate_status", "brand_check", "verification_status", "validation_method", "signature"),
            List.of("hostname", "signature", "cert_pack_uuid"));

    private SslVerification() {}
}

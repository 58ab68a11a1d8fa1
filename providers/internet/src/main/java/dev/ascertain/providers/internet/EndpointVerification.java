package dev.ascertain.providers.internet;

import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.DefaultExpectation;
import dev.ascertain.spi.Form;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.Value;
import dev.ascertain.spi.ValueType;
import java.util.List;

/** The type {@code tls_endpoint}: which certificate is served? */
final class EndpointVerification {
    static final String NAME = "tls_endpoint";
    static final String HOST = "host";
    static final String PORT = "port";
    static final String SUBJECT = "subject";
    static final String NAMES = "names";
    static final String ISSUER = "issuer";
    static final String NOT_BEFORE = "not_before";
    static final String NOT_AFTER = "not_after";
    static final String SIGNATURE = "signature";
    static final String SERIAL = "serial";
    static final String FINGERPRINT = "fingerprint";
    static final String TRUSTED = "trusted";
    static final String FAULT = "fault";
    static final String CONSISTENT = "consistent";
    static final String ADDRESSES = "addresses";

    private EndpointVerification() {}

    static ResourceType type() {
        return new ResourceType(
                NAME,
                "The certificate that a host serves, by a handshake with each of its addresses. Where they serve"
                        + " different ones, the one that clients refuse is shown, or else the one that ends first.",
                List.of(
                        DeclaredAttribute.text(HOST, "The name that is asked for, such as www.example.com.")
                                .formed(Form.HOST_NAME)
                                .mandatory(),
                        // A number as the default value would cost every start 20 ms: the JDK 25 computes long tables
                        // when its BigDecimal is first touched.
                        new DeclaredAttribute(
                                PORT,
                                ValueType.NUMBER,
                                "The port, 1 to 65535, on which TLS is spoken from the start; 443 if it is left out.",
                                Form.ANY,
                                List.of(),
                                false,
                                false,
                                null)),
                live(),
                List.of(),
                List.of(new DefaultExpectation(TRUSTED, Value.of(true), false)),
                RecordVerification.STEPS);
    }

    private static List<LiveAttribute> live() {
        return List.of(
                LiveAttribute.text(SUBJECT, "The distinguished name of the subject, as in RFC 2253."),
                LiveAttribute.of(NAMES, ValueType.TEXTS, "The names and addresses that it is valid for (SAN)."),
                LiveAttribute.text(ISSUER, "The distinguished name of the issuer, as in RFC 2253."),
                LiveAttribute.of(NOT_BEFORE, ValueType.TIME, "When it begins to be valid."),
                LiveAttribute.of(NOT_AFTER, ValueType.TIME, "When it ceases to be valid."),
                LiveAttribute.text(SIGNATURE, "How it is signed, such as SHA256withRSA."),
                LiveAttribute.text(SERIAL, "The serial number in hexadecimal digits."),
                LiveAttribute.text(
                        FINGERPRINT,
                        "The digest of the whole certificate, such as sha256:9f86d0…, in hexadecimal digits."),
                LiveAttribute.of(
                        TRUSTED,
                        ValueType.FLAG,
                        "Whether a usual client accepts it at every address: authority, name and time."),
                LiveAttribute.text(FAULT, "Why a usual client refuses it; left out if it does not."),
                LiveAttribute.of(CONSISTENT, ValueType.FLAG, "Whether every address that answers serves the same one."),
                LiveAttribute.of(ADDRESSES, ValueType.TEXTS, "The addresses that served a certificate."));
    }
}

package dev.ascertain.providers.huaweicloud.live;

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

/** The one kind of verification here: who owns the root domain of a streaming domain. */
final class DomainVerification {
    static final String DOMAIN = "domain";
    static final String VERIFY_TYPE = "verify_type";
    static final String TRIGGER = "trigger";
    static final String RECORD_NAME = "record_name";
    static final String VERIFY_CONTENT = "verify_content";
    static final String VERIFY_RESULT = "verify_result";
    static final String NO_TRIGGER = "none";

    private DomainVerification() {}

    static ResourceType type() {
        return new ResourceType(
                "huaweicloud_live_domain_verification",
                "The ownership of a streaming domain's root domain at Huawei Cloud Live. It is confirmed before the"
                        + " domain is created there, so a domain that Live does not know yet can be declared.",
                declared(),
                live(),
                List.of(),
                List.of(new DefaultExpectation(VERIFY_RESULT, Value.of(true), false)),
                List.of(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(60)));
    }

    /** The API has no call that lists the domains whose ownership is asked for: they need not exist in Live yet. */
    static Importable importable() {
        return new Importable(type().name(), "domains", false, List.of(VERIFY_RESULT), List.of(DOMAIN));
    }

    private static List<DeclaredAttribute> declared() {
        return List.of(
                DeclaredAttribute.text(DOMAIN, "The streaming domain, such as push.example.com.")
                        .formed(Form.HOST_NAME)
                        .mandatory(),
                DeclaredAttribute.word(
                                VERIFY_TYPE,
                                "How Live is asked to check: for a TXT record, or for a file on the website.",
                                ProofForm.DNS,
                                ProofForm.FILE)
                        .orElse(ProofForm.DNS),
                DeclaredAttribute.word(
                                TRIGGER,
                                "Whether apply asks for a check (check), or only looks and reports (none).",
                                "check",
                                NO_TRIGGER)
                        .orElse("check"),
                DeclaredAttribute.text(
                                RECORD_NAME,
                                "The name of the TXT record under the root domain, to say what must be published.")
                        .formed(Form.RECORD_NAME)
                        .orElse("verification"));
    }

    private static List<LiveAttribute> live() {
        return List.of(
                LiveAttribute.text(
                                DOMAIN,
                                "The root domain, such as example.com for push.example.com: it is not the declared one.")
                        .formed(Form.HOST_NAME),
                LiveAttribute.text(VERIFY_CONTENT, "The value of the DNS record, or the content of the file."),
                LiveAttribute.of(
                        VERIFY_RESULT, ValueType.FLAG, "Whether the ownership of the root domain is confirmed."));
    }
}

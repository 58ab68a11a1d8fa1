package dev.ascertain.providers.huaweicloud.live;

import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Target;
import java.util.Locale;
import java.util.Objects;

/**
 * One streaming domain. Equal spellings of it share one read, as long as the proof is to be published in the same form.
 *
 * @param domain in lower case, without a dot at its end
 * @param form what the reading says must be published depends on it
 */
record DomainTarget(String domain, ProofForm form) implements Target {
    static DomainTarget of(Declared declared) {
        String domain = attribute(declared, DomainVerification.DOMAIN).strip().toLowerCase(Locale.ROOT);
        boolean file = ProofForm.FILE.equalsIgnoreCase(declared.text(DomainVerification.VERIFY_TYPE));
        return new DomainTarget(
                domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain,
                file
                        ? new ProofForm.WebsiteFile()
                        : new ProofForm.DnsRecord(attribute(declared, DomainVerification.RECORD_NAME)));
    }

    @Override
    public String describe() {
        return "domain " + domain;
    }

    private static String attribute(Declared declared, String name) {
        return Objects.requireNonNull(declared.text(name), name);
    }
}

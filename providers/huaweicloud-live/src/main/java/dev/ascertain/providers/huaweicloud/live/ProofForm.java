package dev.ascertain.providers.huaweicloud.live;

import dev.ascertain.spi.Challenge;

/**
 * In which form the proof is published. The API gives only its content; where it goes stands in the vendor's user
 * guide.
 */
sealed interface ProofForm {
    String DNS = "DNS";
    String FILE = "FILE";

    /** The vendor's word: the {@code verify_type} of the call that asks for a check. */
    String word();

    /**
     * What must be published.
     *
     * @param root the root domain, as the provider names it
     */
    Challenge challenge(String root, String content);

    /**
     * A TXT record.
     *
     * @param name its name under the root domain: {@code verification}, but Huawei's CDN has renamed its own meanwhile
     */
    record DnsRecord(String name) implements ProofForm {
        @Override
        public String word() {
            return DNS;
        }

        @Override
        public Challenge challenge(String root, String content) {
            return new Challenge.Txt(name + "." + root, content, null);
        }
    }

    /** A file at the website of the root domain. */
    record WebsiteFile() implements ProofForm {
        @Override
        public String word() {
            return FILE;
        }

        @Override
        public Challenge challenge(String root, String content) {
            return new Challenge.HttpFile("http://" + root + "/verification.html", content, null);
        }
    }
}

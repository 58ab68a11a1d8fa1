package dev.ascertain.core.explain;

import dev.ascertain.core.judge.Finding;
import java.util.List;
import java.util.Locale;

/**
 * One link of the chain. Each needs those before it.
 *
 * @param facts what was seen, as sentences; hostile text
 * @param findings the rules that matched here
 */
public record Link(Step step, State state, List<String> facts, List<Finding> findings) {
    /** The links in their order. */
    public enum Step {
        DELEGATION,
        NAME_SERVERS,
        DNSSEC,
        CAA,
        RECORD,
        VISIBILITY,
        FILE,
        PROVIDER,
        CERTIFICATE;

        /** The word in JSON, such as {@code name_servers}. */
        public String word() {
            return Link.word(this);
        }
    }

    /** How a link holds. */
    public enum State {
        OK,
        /** Time is needed, or a check, and nothing else. */
        WAITING,
        BROKEN,
        /** Nobody looked, or nobody answered. */
        NOT_SEEN,
        NOT_NEEDED;

        /** The word in JSON, such as {@code not_seen}. */
        public String word() {
            return Link.word(this);
        }
    }

    public Link {
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

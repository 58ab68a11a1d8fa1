package dev.ascertain.core.publish;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Names;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One property of a CAA record (RFC 8659).
 *
 * @param flags 0 to 255
 * @param tag lower case, such as {@code issue}
 * @param value without its quotes
 */
public record Caa(int flags, String tag, String value) {
    /** The records that decide for a name, and where they stand. */
    public record Relevant(String name, List<Caa> properties) {
        public Relevant {
            properties = List.copyOf(properties);
        }

        /** The tag that decides: a wildcard goes by {@code issuewild} if there is one. */
        public String tag(boolean wildcard) {
            boolean wild = wildcard && properties.stream().anyMatch(property -> property.isTagged("issuewild"));
            return wild ? "issuewild" : "issue";
        }

        /** The issuers that are permitted, in the records' order; empty if everybody is, or nobody. */
        public List<String> permitted(boolean wildcard) {
            return deciding(wildcard).stream()
                    .map(Caa::issuer)
                    .filter(issuer -> !issuer.isEmpty())
                    .distinct()
                    .toList();
        }

        /** Whether this issuer may issue; parameters such as {@code validationmethods} are not looked at. */
        public boolean permits(String issuer, boolean wildcard) {
            List<Caa> deciding = deciding(wildcard);
            return deciding.isEmpty()
                    || deciding.stream().anyMatch(property -> property.issuer().equalsIgnoreCase(issuer));
        }

        private List<Caa> deciding(boolean wildcard) {
            return properties.stream()
                    .filter(property -> property.isTagged(tag(wildcard)))
                    .toList();
        }
    }

    /** From the presentation form, such as {@code 0 issue "ca.example"}; what is missing is empty. */
    static Caa of(String data) {
        String[] parts = data.strip().split("\\s+", 3);
        String value = parts.length > 2 ? parts[2].strip() : "";
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return new Caa(
                parts[0].matches("\\d{1,3}") ? Integer.parseInt(parts[0]) : 0,
                parts.length > 1 ? parts[1].toLowerCase(Locale.ROOT) : "",
                quoted ? value.substring(1, value.length() - 1) : value);
    }

    /** From the presentation form that {@link Wanted} holds. */
    public static Caa of(Wanted wanted) {
        return of(wanted.value());
    }

    /** The presentation form. */
    public String text() {
        return flags + " " + tag + " \"" + value + "\"";
    }

    /** The issuer's domain name, without parameters; empty if it says nobody. */
    public String issuer() {
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip();
    }

    private boolean isTagged(String name) {
        return tag.equals(name);
    }

    /**
     * The first set that is not empty, from the name up through its parents but not the root (RFC 8659, section 3), as
     * resolvers answer; empty if there is none.
     *
     * @param host with {@code *.} in front for a wildcard
     */
    public static Optional<Relevant> relevant(String host, Evidence evidence) {
        return Names.upwards(Names.withoutWildcard(host)).stream()
                .flatMap(name -> set(name, evidence).stream())
                .findFirst();
    }

    /** Whether anybody was asked for the records of this name. */
    public static boolean isKnown(String host, Evidence evidence) {
        return answers(Names.withoutWildcard(host), evidence).stream().anyMatch(Answer::isConclusive);
    }

    private static Optional<Relevant> set(String name, Evidence evidence) {
        List<DnsRecord> records = answers(name, evidence).stream()
                .filter(Answer::isConclusive)
                .map(answer -> answer.records().stream()
                        .filter(record -> record.type().equals("CAA"))
                        .toList())
                .filter(set -> !set.isEmpty())
                .findFirst()
                .orElse(List.of());
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(new Relevant(
                        records.getFirst().name(),
                        records.stream().map(record -> of(record.data())).toList()));
    }

    private static List<Answer> answers(String name, Evidence evidence) {
        var answers = evidence.answers(name, "CAA");
        return answers.resolvers().isEmpty() ? answers.authoritative() : answers.resolvers();
    }
}

package dev.ascertain.core.judge;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Names;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The CAA set that counts for a host (RFC 8659): the first one that is not empty, from the name up through its parents
 * without the root. A CNAME is followed at each step; the parents of its target are not climbed.
 *
 * @param at the name at which the climb found it
 * @param owner where it stands: another name than {@code at} if an alias led there
 * @param wildcard whether the host is a wildcard
 */
public record CaaSet(String at, String owner, List<CaaRecord> records, boolean wildcard) {
    private static final int LONGEST_CHAIN = 10;

    /** Empty if there is none, or if a name on the way could not be asked: then nobody knows. */
    public static Optional<CaaSet> of(String host, Evidence evidence) {
        for (String name : Names.upwards(Names.withoutWildcard(Names.canonical(host)))) {
            String owner = name;
            for (int hops = 0; hops < LONGEST_CHAIN; hops++) {
                Answers answers = evidence.answers(owner, "CAA");
                List<CaaRecord> records = records(answers, owner);
                if (!records.isEmpty()) {
                    return Optional.of(new CaaSet(name, owner, records, Names.isWildcard(host)));
                }
                if (conclusive(answers).findAny().isEmpty()) {
                    return Optional.empty();
                }
                Optional<String> target = alias(answers, owner);
                if (target.isEmpty()) {
                    break;
                }
                owner = target.get();
            }
        }
        return Optional.empty();
    }

    public boolean isBehindAlias() {
        return !at.equals(owner);
    }

    /** {@code issuewild} decides for a wildcard if there is one, else {@code issue}. */
    public String decidingTag() {
        boolean wild =
                wildcard && records.stream().anyMatch(record -> record.tag().equals("issuewild"));
        return wild ? "issuewild" : "issue";
    }

    /** Without a record of the deciding tag everybody may issue. */
    public boolean permits(String issuer) {
        return deciding().isEmpty()
                || deciding().stream().anyMatch(record -> record.issuer().equals(issuer));
    }

    public List<CaaRecord> deciding() {
        return records.stream()
                .filter(record -> record.tag().equals(decidingTag()))
                .toList();
    }

    /** The source decides; what a resolver says is taken where the source was not heard. */
    private static Stream<Answer> conclusive(Answers answers) {
        List<Answer> source = answers.deciding();
        return (source.isEmpty() ? answers.resolvers() : source).stream().filter(Answer::isConclusive);
    }

    private static List<CaaRecord> records(Answers answers, String owner) {
        return conclusive(answers)
                .flatMap(answer -> answer.records().stream())
                .filter(record -> record.type().equals("CAA") && record.name().equals(owner))
                .map(DnsRecord::data)
                .distinct()
                .map(CaaRecord::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> alias(Answers answers, String owner) {
        return conclusive(answers)
                .flatMap(answer -> answer.alias(owner).stream())
                .findFirst();
    }
}

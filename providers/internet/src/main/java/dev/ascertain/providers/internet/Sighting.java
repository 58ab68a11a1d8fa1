package dev.ascertain.providers.internet;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Names;
import dev.ascertain.providers.internet.InternetTarget.Publication;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the DNS says of one record. Pure.
 *
 * @param wanted the record
 * @param zone the nearest zone whose delegation was looked at
 * @param answers to the question, asked where the aliases of the name end
 */
record Sighting(Publication wanted, Optional<Delegation> zone, Answers answers) {
    private static final int LONGEST_CHAIN = 10;

    static Sighting of(Publication wanted, Evidence evidence) {
        String end = wanted.name();
        for (int hops = 0; hops < LONGEST_CHAIN; hops++) {
            Optional<String> target = alias(evidence.answers(end, wanted.type()), end, wanted.type());
            if (target.isEmpty()) {
                break;
            }
            end = target.get();
        }
        return new Sighting(wanted, evidence.zoneOf(wanted.name()), evidence.answers(end, wanted.type()));
    }

    /** Where a name is an alias for, if there is more to be heard there. */
    private static Optional<String> alias(Answers answers, String name, String type) {
        return type.equals("CNAME")
                ? Optional.empty()
                : heard(answers).stream()
                        .filter(answer -> values(answer, type).isEmpty())
                        .flatMap(answer -> answer.records().stream())
                        .filter(record ->
                                record.type().equals("CNAME") && record.name().equals(name))
                        .map(record -> Names.canonical(record.data()))
                        .findFirst();
    }

    /** What the zone's own servers say: an answer without the AA bit is not theirs. */
    List<Answer> heard() {
        return heard(answers);
    }

    private static List<Answer> heard(Answers answers) {
        return answers.authoritative().stream()
                .filter(answer -> answer.isConclusive() && answer.authoritative())
                .toList();
    }

    /** Those that say what they hold. */
    List<Answer> resolvers() {
        return answers.resolvers().stream().filter(Answer::isConclusive).toList();
    }

    /** Whether the source says something: what it holds, or that there is no such zone. */
    boolean isCertain() {
        return !heard().isEmpty() || isUndelegated();
    }

    boolean isUndelegated() {
        return zone.map(delegation -> delegation.state() == Delegation.State.NOT_DELEGATED)
                .orElse(false);
    }

    boolean isPublished() {
        return !heard().isEmpty() && heard().stream().allMatch(this::holds);
    }

    /** Whether most of those asked show it; empty if too few of them say anything. */
    Optional<Boolean> isVisible() {
        int asked = answers.resolvers().size();
        long showing = resolvers().stream().filter(this::holds).count();
        if (asked == 0) {
            return isCertain() && !isPublished() ? Optional.of(false) : Optional.empty();
        }
        int unknown = asked - resolvers().size();
        boolean most = 2 * showing > asked;
        return most || 2 * (showing + unknown) <= asked ? Optional.of(most) : Optional.empty();
    }

    /** All values that any of these servers holds. */
    List<String> values(Collection<Answer> from) {
        return from.stream()
                .flatMap(answer -> values(answer, wanted.type()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    OptionalLong ttl() {
        return heard().stream()
                .flatMap(answer -> answer.records().stream())
                .filter(record -> record.type().equals(wanted.type()))
                .mapToLong(DnsRecord::ttl)
                .min();
    }

    /** The servers that hold something else than most do; of two equal parts, the one that holds less. */
    List<String> outOfSync() {
        Map<Set<String>, Long> parts = heard().stream()
                .map(answer -> values(answer, wanted.type()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Optional<Set<String>> most = parts.entrySet().stream()
                .max(Map.Entry.<Set<String>, Long>comparingByValue()
                        .thenComparing(part -> part.getKey().size())
                        .thenComparing(part -> part.getKey().toString()))
                .map(Map.Entry::getKey);
        return heard().stream()
                .filter(answer -> !Optional.of(values(answer, wanted.type())).equals(most))
                .map(answer -> answer.server().described())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private boolean holds(Answer answer) {
        String value = wanted.value();
        Stream<String> values = values(answer, wanted.type()).stream();
        return value == null
                ? values.findAny().isPresent()
                : values.anyMatch(live -> RecordData.same(wanted.type(), value, live));
    }

    private static Set<String> values(Answer answer, String type) {
        return answer.records().stream()
                .filter(record -> record.type().equals(type))
                .map(DnsRecord::data)
                .collect(Collectors.toUnmodifiableSet());
    }
}

package dev.ascertain.core.judge;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Names;
import dev.ascertain.spi.Challenge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How one record that is right at the source looks from the public resolvers.
 *
 * @param seen the resolvers that show it
 * @param negative those that hold the answer from before it was published
 * @param stale those that show other values only
 * @param asked how many there are, also those that did not answer
 */
record Visibility(Challenge challenge, List<Answer> seen, List<Answer> negative, List<Answer> stale, int asked) {
    static Visibility of(Challenge challenge, Evidence evidence) {
        String type = challenge instanceof Challenge.Cname ? "CNAME" : "TXT";
        Predicate<String> wanted = type.equals("TXT")
                ? challenge.value()::equals
                : target -> Names.canonical(target).equals(Names.canonical(challenge.value()));
        List<Answer> resolvers = evidence.answers(challenge.name(), type).resolvers();
        List<Answer> without = resolvers.stream()
                .filter(answer -> answer.isConclusive() && !AtSource.holds(answer, type, wanted))
                .toList();
        return new Visibility(
                challenge,
                resolvers.stream()
                        .filter(answer -> answer.isConclusive() && AtSource.holds(answer, type, wanted))
                        .toList(),
                without.stream()
                        .filter(answer -> !AtSource.holds(answer, type, _ -> true))
                        .toList(),
                without.stream()
                        .filter(answer -> AtSource.holds(answer, type, _ -> true))
                        .toList(),
                resolvers.size());
    }

    /** One resolver alone decides nothing: 2 of 3, 1 of 1. */
    int needed() {
        return asked / 2 + 1;
    }

    boolean isEnough() {
        return asked > 0 && seen.size() >= needed();
    }

    /** How long until enough of them show it, if they ask again as soon as what they hold has run out. */
    Optional<Duration> untilEnough() {
        List<Duration> waits = Stream.concat(
                        negative.stream().flatMap(answer -> answer.negativeFor().stream()),
                        stale.stream().flatMap(answer -> heldFor(answer).stream()))
                .sorted()
                .toList();
        int missing = needed() - seen.size();
        return missing >= 1 && missing <= waits.size() ? Optional.of(waits.get(missing - 1)) : Optional.empty();
    }

    private static Optional<Duration> heldFor(Answer answer) {
        return answer.records().stream().map(DnsRecord::ttl).min(Long::compare).map(Duration::ofSeconds);
    }
}

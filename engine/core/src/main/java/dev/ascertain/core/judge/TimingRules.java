package dev.ascertain.core.judge;

import dev.ascertain.evidence.Answer;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Phase F: everything is right at the source, so it is a matter of time. Asked only where nothing before decides. What
 * was asked a moment ago comes before all that says to ask.
 */
final class TimingRules {
    /** Let's Encrypt gives one failed authorization back every 12 minutes. */
    static final Duration BETWEEN_ASKING = Duration.ofMinutes(12);

    static final int MOST_ASKED = 3;

    private static final Duration UNEXPLAINED_AFTER = Duration.ofHours(24);

    static final List<Rule> ALL = List.of(
            new Rule("F6", TimingRules::isUnexplained, TimingRules::unexplained),
            new Rule("F5", TimingRules::wasAskedJustNow, TimingRules::retried),
            new Rule("F2", the -> hidden(the, Visibility::negative).map(hidden -> negativeCached(the, hidden))),
            new Rule("F3", the -> hidden(the, Visibility::stale).map(hidden -> staleCached(the, hidden))),
            new Rule("F1", TimingRules::isComplete, TimingRules::evidenceComplete),
            new Rule("F4", the -> straggler(the).map(TimingRules::resolverStraggler)),
            new Rule("F16", TimingRules::isNotSeen, TimingRules::notSeen),
            new Rule("F17", TimingRules::isComplete, TimingRules::singleVantage));

    private TimingRules() {}

    /** Every single thing to publish was seen at its source. */
    private static boolean isRight(Case the) {
        return the.awaitsProof()
                && !the.evidence().isEmpty()
                && !the.live().challenges().isEmpty()
                && the.live().challenges().stream().allMatch(challenge -> isRight(the, challenge));
    }

    private static boolean isRight(Case the, Challenge challenge) {
        return challenge instanceof Challenge.Cname cname
                ? CnameProof.of(the, cname).state() == CnameState.RIGHT
                : AtSource.of(challenge, the.evidence()) == AtSource.RIGHT;
    }

    private static Stream<Visibility> records(Case the) {
        return the.live().challenges().stream()
                .filter(challenge -> isSought(the, challenge))
                .map(challenge -> Visibility.of(challenge, the.evidence()));
    }

    /** Whether resolvers can be expected to show the very record. */
    private static boolean isSought(Case the, Challenge challenge) {
        return switch (challenge) {
            case Challenge.Txt _ -> true;
            case Challenge.Cname cname -> CnameProof.of(the, cname).isVerbatim();
            case Challenge.HttpFile _, Challenge.Email _ -> false;
        };
    }

    private static boolean isComplete(Case the) {
        return isRight(the) && records(the).allMatch(Visibility::isEnough);
    }

    private static Finding evidenceComplete(Case the) {
        String state = the.is(Status.GAVE_UP) ? " gave up waiting" : " waits for the proof";
        boolean web = the.live().challenges().stream().allMatch(Challenge.HttpFile.class::isInstance);
        return Finding.of(
                "F1",
                Verdict.READY,
                Code.EVIDENCE_COMPLETE,
                the.vendor()
                        + state
                        + (web
                                ? "; what it looks for is served."
                                : "; what it looks for is published and can be seen."),
                null,
                Party.PROVIDER);
    }

    private static boolean wasAskedJustNow(Case the) {
        Instant last = the.asked().last();
        return isRight(the) && last != null && last.plus(BETWEEN_ASKING).isAfter(the.now());
    }

    private static Finding retried(Case the) {
        Instant again = Objects.requireNonNull(the.asked().last()).plus(BETWEEN_ASKING);
        return Finding.of(
                        "F5",
                        Verdict.CONVERGING,
                        Code.RETRIED,
                        the.vendor() + " was asked a moment ago, and what it looks for is published.",
                        null,
                        Party.PROVIDER)
                .again(again);
    }

    private static boolean isUnexplained(Case the) {
        return isRight(the) && the.asked().times() >= MOST_ASKED && the.olderThan(UNEXPLAINED_AFTER);
    }

    private static Finding unexplained(Case the) {
        return Finding.of(
                "F6",
                Verdict.HELD,
                Code.UNEXPLAINED,
                "What %s looks for is published, it was asked %d times, and the order is older than a day."
                        .formatted(the.vendor(), the.asked().times()),
                "ask %s's support, with the evidence attached (--evidence-out)".formatted(the.vendor()),
                Party.PROVIDER);
    }

    /** The record that takes longest to be seen by enough resolvers, where most of what hides it is of one kind. */
    private static Optional<Visibility> hidden(Case the, Function<Visibility, List<Answer>> by) {
        if (!isRight(the)) {
            return Optional.empty();
        }
        return records(the)
                .filter(visibility ->
                        !visibility.isEnough() && !by.apply(visibility).isEmpty())
                .filter(visibility -> visibility.untilEnough().isPresent())
                .max(Comparator.comparing(visibility -> visibility.untilEnough().orElse(Duration.ZERO)));
    }

    private static Finding negativeCached(Case the, Visibility hidden) {
        return waiting(
                the,
                hidden,
                "F2",
                Code.NEGATIVE_CACHED,
                "%s is published, but %s still %s the answer from before it was."
                        .formatted(
                                hidden.challenge().name(),
                                servers(hidden.negative()),
                                hidden.negative().size() == 1 ? "holds" : "hold"));
    }

    private static Finding staleCached(Case the, Visibility hidden) {
        return waiting(
                the,
                hidden,
                "F3",
                Code.STALE_CACHED,
                "%s has the new value, but %s still %s the old one."
                        .formatted(
                                hidden.challenge().name(),
                                servers(hidden.stale()),
                                hidden.stale().size() == 1 ? "shows" : "show"));
    }

    private static Finding waiting(Case the, Visibility hidden, String rule, Code code, String message) {
        Duration wait = hidden.untilEnough().orElseThrow();
        Instant again = the.evidence().at().plus(wait).plusSeconds(1);
        return Finding.of(rule, Verdict.WAITING, code, message, null, Party.PROVIDER)
                .again(again);
    }

    private static Optional<Visibility> straggler(Case the) {
        return isRight(the)
                ? records(the)
                        .filter(visibility -> visibility.isEnough()
                                && visibility.negative().size()
                                                + visibility.stale().size()
                                        > 0)
                        .findFirst()
                : Optional.empty();
    }

    private static Finding resolverStraggler(Visibility visibility) {
        List<Answer> behind = Stream.concat(visibility.negative().stream(), visibility.stale().stream())
                .toList();
        return Finding.of(
                "F4",
                Verdict.WARNING,
                Code.RESOLVER_STRAGGLER,
                "%s %s not show %s yet; the others do."
                        .formatted(
                                servers(behind),
                                behind.size() == 1 ? "does" : "do",
                                visibility.challenge().name()),
                null,
                Party.YOU);
    }

    /** Somebody looked, and yet it is not known: the provider's answer alone decides then. */
    private static boolean isNotSeen(Case the) {
        boolean looked = the.awaitsProof() && !the.evidence().isEmpty();
        return looked
                && !isComplete(the)
                && !isHidden(the)
                && !the.live().challenges().isEmpty();
    }

    private static boolean isHidden(Case the) {
        return hidden(the, Visibility::negative).isPresent()
                || hidden(the, Visibility::stale).isPresent();
    }

    private static Finding notSeen(Case the) {
        String what = isRight(the)
                ? "It is published, but too few public resolvers answered to say who can see it."
                : "Whether it is published could not be seen from here.";
        return Finding.of("F16", Verdict.INFO, Code.NOT_SEEN, what, null, Party.OPERATOR);
    }

    private static Finding singleVantage(Case the) {
        return Finding.of(
                "F17",
                Verdict.INFO,
                Code.SINGLE_VANTAGE,
                "It was looked at from one place; a certificate authority looks from several.",
                null,
                Party.OPERATOR);
    }

    private static String servers(List<Answer> answers) {
        return answers.stream().map(answer -> answer.server().described()).collect(Collectors.joining(" and "));
    }
}

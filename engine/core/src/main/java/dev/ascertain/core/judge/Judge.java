package dev.ascertain.core.judge;

import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.core.manifest.Declaration.Match;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From a declaration and what was read to judgements. Pure: all it knows is handed in. */
public final class Judge {
    private Judge() {}

    /**
     * Judges all that a declaration says on one reading.
     *
     * @param vendor the provider's name in sentences
     * @return one judgement for each live verification that the declaration means, in the provider's order; one without
     *     a live verification if there is none
     */
    public static List<Judgement> judge(String vendor, Declaration declaration, Sight sight) {
        List<LiveVerification> meant = meant(declaration, sight.observation(), sight.now());
        if (meant.isEmpty()) {
            return List.of(absent(vendor, declaration, sight.observation()));
        }
        var differences = meant.stream()
                .collect(Collectors.toMap(
                        LiveVerification::id, live -> Expectations.differences(declaration, live, sight.now())));
        boolean enough = declaration.match() == Match.ANY
                && differences.values().stream().anyMatch(List::isEmpty);
        return meant.stream()
                .filter(live -> !enough
                        || differences.getOrDefault(live.id(), List.of()).isEmpty())
                .map(live -> judge(
                        new Case(vendor, declaration, live, sight, differences.getOrDefault(live.id(), List.of()))))
                .toList();
    }

    /** Judges a declaration whose target could not be read. */
    public static Judgement unread(ProviderException failure) {
        Finding finding = FailureRules.finding(failure);
        return new Judgement(
                null, List.of(), List.of(finding), finding.verdict().action(), null, null);
    }

    /**
     * The live verifications that are to be as expected. One that is held in reserve is meant only if nothing else is,
     * or if the manifest selects by state: beside one in service it is neither met nor failed.
     */
    private static List<LiveVerification> meant(Declaration declaration, Observation observation, Instant now) {
        List<LiveVerification> selected = observation.verifications().stream()
                .filter(live -> Expectations.selects(declaration, live, now))
                .toList();
        List<LiveVerification> inService = selected.stream()
                .filter(live -> live.status() != Status.STAND_BY)
                .toList();
        boolean byState = declaration.select().keySet().stream().anyMatch(attribute -> attribute.endsWith("_status"));
        return byState || inService.isEmpty() ? selected : inService;
    }

    private static Judgement judge(Case the) {
        List<Finding> findings = Diagnosis.of(the);
        Finding headline = findings.getFirst();
        Action action = action(the, headline);
        if (headline.verdict() == Verdict.READY && action != Action.RETRY) {
            findings =
                    Judgement.lead(headline.next("ask for a check yourself: the manifest says retry: never"), findings);
        }
        Trigger.Kind wish = the.undesired() ? Trigger.Kind.NEW_ORDER : Trigger.Kind.RECHECK;
        boolean asks = action == Action.RETRY || (headline.verdict() == Verdict.WAITING && the.retries());
        return new Judgement(the.live(), the.differences(), findings, action, asks ? wish : null, null);
    }

    private static Action action(Case the, Finding headline) {
        Action action = headline.verdict().action();
        if (action == Action.RETRY && !the.retries()) {
            return the.is(Status.NEEDS_PROOF) ? Action.WAIT : Action.MANUAL;
        }
        boolean ends = headline.rule().equals("B5")
                && the.obstacle(Obstacle.CaRateLimit.class)
                        .map(Obstacle.CaRateLimit::until)
                        .isPresent();
        return ends ? Action.WAIT : action;
    }

    private static Judgement absent(String vendor, Declaration declaration, Observation observation) {
        Finding finding =
                declaration.select().isEmpty() || observation.verifications().isEmpty()
                        ? nothingThere(vendor, observation)
                        : nothingSelected(vendor, observation);
        return new Judgement(
                null, List.of(), List.of(finding), finding.verdict().action(), null, null);
    }

    private static Finding nothingThere(String vendor, Observation observation) {
        String why = observation.obstacles().stream()
                .map(Judge::words)
                .flatMap(words -> words.isEmpty() ? Stream.empty() : Stream.of(" " + words))
                .findFirst()
                .orElse("");
        return Finding.of(
                "A2",
                Verdict.ABSENT,
                Code.NOT_PROVISIONED,
                vendor + " has no verification here: nothing was ordered yet." + why,
                "order it at " + vendor,
                Party.YOU);
    }

    private static String words(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.Moved(String words) -> words;
            case Obstacle.NotActive(String words) -> words;
            case Obstacle.ProviderBlock(String words) -> words;
            case Obstacle.ToChange change -> change.words();
            case Obstacle.CaPolicy(String words) -> words;
            case Obstacle.CaRateLimit limit -> limit.words();
            case Obstacle.BrandReview _, Obstacle.DeletionImminent _ -> "";
        };
    }

    private static Finding nothingSelected(String vendor, Observation observation) {
        String there = observation.verifications().stream()
                .map(LiveVerification::label)
                .limit(5)
                .collect(Collectors.joining(", "));
        int more = observation.verifications().size() - 5;
        return Finding.of(
                "A2",
                Verdict.ABSENT,
                Code.NOT_PROVISIONED,
                vendor + " has no verification that the manifest selects. It has: " + there
                        + (more > 0 ? " and " + more + " more." : "."),
                "order it there, or mend the select of the manifest",
                Party.YOU);
    }
}

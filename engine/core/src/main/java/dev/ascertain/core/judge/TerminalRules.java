package dev.ascertain.core.judge;

import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Phase B: what stands in the way whatever the state is, and what is over. The earlier row makes the headline;
 * rules on evidence (phases C to F) come between these and the {@link StateRules}.
 */
final class TerminalRules {
    static final List<Rule> ALL = List.of(
            obstacle("B3", Obstacle.BrandReview.class, TerminalRules::brandReview),
            obstacle("B4", Obstacle.CaPolicy.class, TerminalRules::caPolicy),
            new Rule("B5", the -> rateLimit(the).map(TerminalRules::caRateLimit)),
            obstacle("B8", Obstacle.Moved.class, TerminalRules::moved),
            obstacle("B9", Obstacle.ProviderBlock.class, TerminalRules::providerBlock),
            obstacle("B10", Obstacle.DeletionImminent.class, TerminalRules::deletionImminent),
            new Rule("B11", TerminalRules::tokenExpired, TerminalRules::tokenRotated),
            obstacle("B12", Obstacle.NotActive.class, TerminalRules::notActive),
            new Rule("B13", Case::undesired, TerminalRules::undesired),
            new Rule("B7", the -> the.is(Status.EXPIRED), TerminalRules::expired),
            new Rule("B14", the -> the.is(Status.ENDED), TerminalRules::ended));

    private TerminalRules() {}

    private static <T extends Obstacle> Rule obstacle(String id, Class<T> kind, BiFunction<Case, T, Finding> finding) {
        return new Rule(id, the -> the.obstacle(kind).map(obstacle -> finding.apply(the, obstacle)));
    }

    private static Finding brandReview(Case the, Obstacle.BrandReview review) {
        String reference = review.reference() == null ? "" : " that names " + review.reference();
        return Finding.of(
                "B3",
                Verdict.HELD,
                Code.BRAND_REVIEW,
                "The certificate authority reviews the order by hand; another check changes nothing.",
                "open a support ticket with " + the.vendor() + reference,
                Party.YOU);
    }

    private static Finding caPolicy(Case the, Obstacle.CaPolicy policy) {
        return Finding.of(
                "B4",
                Verdict.HELD,
                Code.CA_POLICY,
                "The certificate authority will not issue: " + policy.words(),
                "choose another certificate authority, or ask this one why",
                Party.CA);
    }

    /** One that has not ended by now, as far as anybody knows. */
    private static Optional<Obstacle.CaRateLimit> rateLimit(Case the) {
        return the.obstacle(Obstacle.CaRateLimit.class)
                .filter(limit -> limit.until() == null || limit.until().isAfter(the.now()));
    }

    private static Finding caRateLimit(Obstacle.CaRateLimit limit) {
        Instant until = limit.until();
        return Finding.of(
                "B5",
                Verdict.HELD,
                Code.CA_RATE_LIMIT,
                "The certificate authority's rate limit is reached: " + limit.words(),
                (until == null ? "wait" : "wait until " + until) + ", or choose another certificate authority",
                Party.CA);
    }

    private static Finding moved(Case the, Obstacle.Moved moved) {
        return Finding.of(
                "B8",
                Verdict.BLOCKED,
                Code.MOVED,
                moved.words(),
                "point the DNS at " + the.vendor() + " again, or remove the verification",
                Party.YOU);
    }

    private static Finding providerBlock(Case the, Obstacle.ProviderBlock block) {
        return Finding.of(
                "B9",
                Verdict.HELD,
                Code.PROVIDER_BLOCK,
                the.vendor() + " blocks it: " + block.words(),
                "ask " + the.vendor() + "'s support why",
                Party.PROVIDER);
    }

    private static Finding deletionImminent(Case the, Obstacle.DeletionImminent deletion) {
        return Finding.of(
                "B10",
                Verdict.BLOCKED,
                Code.DELETION_IMMINENT,
                the.vendor() + " deletes it at " + deletion.at() + " unless it is verified before.",
                "publish what is asked for before then",
                Party.YOU);
    }

    /** Only where the provider itself says so: an estimated end must not keep anybody from asking. */
    private static boolean tokenExpired(Case the) {
        Instant end = the.live().schedule().tokenExpires();
        return end != null && !the.live().schedule().estimated() && end.isBefore(the.now());
    }

    private static Finding tokenRotated(Case the) {
        return Finding.of(
                "B11",
                Verdict.BLOCKED,
                Code.TOKEN_ROTATED,
                "What was to be published stopped counting at "
                        + the.live().schedule().tokenExpires() + ".",
                "publish the new value and drop the old one",
                Party.YOU);
    }

    private static Finding notActive(Case the, Obstacle.NotActive notActive) {
        return Finding.of(
                "B12",
                Verdict.BLOCKED,
                Code.NOT_ACTIVE,
                notActive.words(),
                "bring it into service at " + the.vendor() + " first; nothing can be verified before",
                Party.YOU);
    }

    private static Finding undesired(Case the) {
        Difference difference =
                Expectations.undesired(the.declaration(), the.live()).getFirst();
        return Finding.of(
                "B13",
                Verdict.READY,
                Code.NEW_ORDER,
                "Another " + difference.attribute() + " takes a new order: what is published now stops counting.",
                null,
                Party.YOU);
    }

    private static Finding expired(Case the) {
        return Finding.of(
                "B7",
                Verdict.DEAD,
                Code.EXPIRED,
                "It has expired; another check cannot bring it back.",
                "order a new certificate at " + the.vendor() + " now",
                Party.YOU);
    }

    private static Finding ended(Case the) {
        return Finding.of(
                "B14",
                Verdict.DEAD,
                Code.ENDED,
                the.vendor() + " has ended it; another check cannot bring it back.",
                "order anew at " + the.vendor() + ", or remove the verification from the manifest",
                Party.YOU);
    }
}

package dev.ascertain.core.judge;

import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the provider's state means where nothing stands in the way: the first row that matches is meant. Without evidence
 * the provider's answer alone decides.
 */
final class StateRules {
    /** How long a step of the provider's own may take before a person should look (rule F8). */
    static final Duration STUCK_AFTER = Duration.ofHours(24);

    /** How near the end of the certificate in service a renewal stops being left to the provider (rule B1). */
    static final Duration RENEWAL_URGENT = Duration.ofDays(7);

    static final List<Rule> ALL = List.of(
            new Rule("-", Case::isMet, StateRules::asExpected),
            new Rule("B1", the -> endOfPredecessor(the).map(end -> renewalPending(the, end))),
            new Rule("B6", the -> the.is(Status.GAVE_UP), StateRules::gaveUp),
            new Rule("F8", the -> the.is(Status.IN_PROGRESS) && the.olderThan(STUCK_AFTER), StateRules::stuck),
            new Rule("F7", the -> the.is(Status.IN_PROGRESS), StateRules::inProgress),
            new Rule("F18", the -> the.cause().map(StateRules::mustBeChanged)),
            new Rule("F11", the -> the.is(Status.NEEDS_PROOF), StateRules::needsProof),
            new Rule("F12", the -> the.is(Status.STAND_BY), StateRules::standBy),
            new Rule("F13", StateRules::unreported, StateRules::notReported),
            new Rule("F14", the -> the.is(Status.VERIFIED), StateRules::notAsExpected),
            new Rule("F15", the -> the.is(Status.UNKNOWN), StateRules::unknownStatus));

    private StateRules() {}

    private static Finding asExpected(Case the) {
        return Finding.of("-", Verdict.MET, Code.AS_EXPECTED, "It is as expected.", null, Party.YOU);
    }

    /** The end of the certificate in service, if this is its renewal. */
    private static Optional<Instant> endOfPredecessor(Case the) {
        return the.is(Status.NEEDS_PROOF)
                ? the.predecessor().map(LiveVerification::schedule).map(schedule -> schedule.notAfter())
                : Optional.empty();
    }

    private static Finding renewalPending(Case the, Instant end) {
        boolean urgent = end.minus(RENEWAL_URGENT).isBefore(the.now());
        return Finding.of(
                "B1",
                urgent ? Verdict.READY : Verdict.CONVERGING,
                Code.RENEWAL_PENDING,
                "The renewal needs proof; the certificate in service is good until " + end + ".",
                null,
                Party.PROVIDER);
    }

    private static Finding gaveUp(Case the) {
        return Finding.of(
                "B6",
                Verdict.READY,
                Code.GAVE_UP,
                the.vendor() + " gave up waiting; nothing in its answer stands in the way of another check."
                        + the.said(),
                null,
                Party.PROVIDER);
    }

    private static Finding stuck(Case the) {
        return Finding.of(
                "F8",
                Verdict.HELD,
                Code.STUCK,
                the.vendor() + " has been at it since " + the.live().schedule().created()
                        + ", longer than it should take.",
                "ask " + the.vendor() + "'s support",
                Party.PROVIDER);
    }

    private static Finding inProgress(Case the) {
        return Finding.of(
                "F7", Verdict.CONVERGING, Code.IN_PROGRESS, the.vendor() + " is working on it.", null, Party.PROVIDER);
    }

    private static Finding mustBeChanged(Obstacle.ToChange change) {
        return Finding.of("F18", Verdict.BLOCKED, Code.MUST_BE_CHANGED, change.words(), change.next(), Party.YOU);
    }

    private static Finding needsProof(Case the) {
        return Finding.of(
                "F11",
                Verdict.READY,
                Code.NEEDS_PROOF,
                the.vendor() + " waits for the proof; nothing in its answer stands in the way of a check." + the.said(),
                null,
                Party.PROVIDER);
    }

    private static Finding standBy(Case the) {
        return Finding.of(
                "F12",
                Verdict.CONVERGING,
                Code.STAND_BY,
                the.vendor() + " holds it in reserve: neither in service nor failed.",
                null,
                Party.PROVIDER);
    }

    /** Verified, and all that differs is left out of the answer. */
    private static boolean unreported(Case the) {
        return the.is(Status.VERIFIED)
                && the.differences().stream().allMatch(difference -> difference.actual() == null);
    }

    private static Finding notReported(Case the) {
        return Finding.of(
                "F13",
                Verdict.BLOCKED,
                Code.NOT_REPORTED,
                "It is verified, but " + the.vendor() + " does not report what the manifest expects.",
                "see whether the credential may read it, or drop the expectation",
                Party.OPERATOR);
    }

    private static Finding notAsExpected(Case the) {
        return Finding.of(
                "F14",
                Verdict.BLOCKED,
                Code.NOT_AS_EXPECTED,
                "It is verified, but not as expected; another check cannot change that.",
                "change it at " + the.vendor() + ", or change what the manifest expects",
                Party.YOU);
    }

    private static Finding unknownStatus(Case the) {
        return Finding.of(
                "F15",
                Verdict.CONVERGING,
                Code.UNKNOWN_STATUS,
                the.vendor() + " reports a state that this version of Ascertain does not know.",
                "look at " + the.vendor() + "'s console, or upgrade Ascertain",
                Party.OPERATOR);
    }
}

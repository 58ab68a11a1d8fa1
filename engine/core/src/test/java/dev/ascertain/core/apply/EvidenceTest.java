package dev.ascertain.core.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.FakeWitness;
import dev.ascertain.core.World;
import dev.ascertain.core.apply.Outcome.Result;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.manifest.Declaration.Retry;
import dev.ascertain.core.manifest.Forcing;
import dev.ascertain.core.observe.Lookout;
import dev.ascertain.core.observe.Lookout.Gathering;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is seen of the world decides whether a check is asked for, when the plan is made and again before it is sent. */
class EvidenceTest {
    private static final Duration WAIT = Duration.ofMinutes(10);
    private static final String HOST = "a.example.com";
    private static final String TOKEN = "_acme-challenge.a.example.com";

    private final World world = new World();
    private final FakeWitness witness = new FakeWitness(world.time);

    @BeforeEach
    void look() {
        world.lookout = new Lookout(witness, Gathering.UNMET);
    }

    @Test
    void theWorldIsLookedAtForThePlanAndOnceMoreBeforeAsking() {
        PlanResult plan = planned(live(Status.GAVE_UP));
        world.provider
                .showsAfterTrigger("a", live(Status.IN_PROGRESS))
                .showsAfterTrigger("a", live(Status.IN_PROGRESS))
                .showsAfterTrigger("a", live(Status.VERIFIED));

        assertThat(only(world.apply(plan, WAIT)).result()).isEqualTo(Result.MET);
        assertThat(witness.looks).hasSize(2);
    }

    @Test
    void whatIsMetIsNotLookedFor() {
        planned(live(Status.VERIFIED));
        assertThat(witness.looks).isEmpty();
    }

    @Test
    void whatOfTheWorldNothingIsKnownIsNotLookedFor() {
        world.declares("a");
        world.provider.shows("a", FakeLives.unclaimed(Status.GAVE_UP));
        assertThat(only(world.apply(world.plan(), Duration.ZERO)).triggers()).isEqualTo(1);
        assertThat(witness.looks).isEmpty();
    }

    @Test
    void whatIsBlockedNeedsAPersonAndIsNotAskedFor() {
        witness.forgets(HOST);
        Change change = only(planned(live(Status.GAVE_UP)));
        assertThat(change.action()).isEqualTo(Action.MANUAL);
        assertThat(change.reason().code()).isEqualTo("not-delegated");
    }

    @Test
    void whatBecameBlockedMeanwhileIsStale() {
        PlanResult plan = planned(live(Status.GAVE_UP));
        witness.forgets(HOST);

        Outcome outcome = only(world.apply(plan, WAIT));
        assertThat(outcome.result()).isEqualTo(Result.STALE);
        assertThat(outcome.message())
                .isEqualTo("Another action would be planned now, so nothing was asked:"
                        + " a.example.com does not exist in the DNS: the servers of com know no such name.");
        assertThat(world.provider.triggered()).isEmpty();
    }

    @Test
    void withoutEvidenceTheProvidersAnswerDecides() {
        PlanResult plan = planned(live(Status.GAVE_UP));
        witness.forgets(HOST);
        world.lookout = Lookout.NONE;

        assertThat(only(world.apply(plan, Duration.ZERO)).triggers()).isEqualTo(1);
    }

    @Test
    void whatIsNotVisibleYetIsWaitedForAndThenAskedFor() {
        witness.hides(TOKEN, Duration.ofSeconds(40));
        PlanResult plan = planned(live(Status.GAVE_UP));
        Change change = only(plan);
        assertThat(change.verdict()).isEqualTo(Verdict.WAITING);
        assertThat(change.action()).isEqualTo(Action.WAIT);
        assertThat(change.trigger()).isNotNull();
        assertThat(change.next()).isEqualTo("wait 41 s, then ask Fake to check (place a, a.example.com)");
        assertThat(change.again()).isEqualTo("2026-11-22T12:00:41Z");
        assertThat(plan.plan().checks()).isEqualTo(1);

        world.provider.showsAfterTrigger("a", live(Status.VERIFIED));
        Outcome outcome = only(world.apply(plan, WAIT));
        assertThat(outcome.result()).isEqualTo(Result.MET);
        assertThat(outcome.triggers()).isEqualTo(1);
        assertThat(witness.looks)
                .as("for the plan, at first, and when the wait is over: not at each poll")
                .hasSize(3);
        assertThat(world.time.held())
                .as("until the wait is over; after the check by the steps from the first on")
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(5));
    }

    @Test
    void aWaitIsWaitedForAlsoWhereNobodyLooks() {
        witness.hides(TOKEN, Duration.ofSeconds(40));
        PlanResult plan = planned(live(Status.GAVE_UP));
        world.lookout = Lookout.NONE;
        world.provider.showsAfterTrigger("a", live(Status.VERIFIED));

        assertThat(only(world.apply(plan, WAIT)).triggers()).isEqualTo(1);
        assertThat(world.time.held().stream().limit(4).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofSeconds(41));
    }

    @Test
    void aWaitThatGoesOnIsWaitedOutAgain() {
        witness.hides(TOKEN, Duration.ofSeconds(40));
        PlanResult plan = planned(live(Status.GAVE_UP));
        witness.hides(TOKEN, Duration.ofMinutes(2));
        world.provider.showsAfterTrigger("a", live(Status.VERIFIED));

        assertThat(only(world.apply(plan, WAIT)).result()).isEqualTo(Result.MET);
        assertThat(world.time.instant()).isAfterOrEqualTo("2026-11-22T12:02:01Z");
        assertThat(witness.looks).hasSize(3);
    }

    @Test
    void aWaitBeyondTheDeadlineIsNotAskedFor() {
        witness.hides(TOKEN, Duration.ofHours(1));
        Outcome outcome = only(world.apply(planned(live(Status.GAVE_UP)), WAIT));

        assertThat(outcome.result()).isEqualTo(Result.STILL_CONVERGING);
        assertThat(outcome.triggers()).isZero();
        assertThat(witness.looks).hasSize(2);
    }

    @Test
    void anOutageWhileWaitingIsNoReasonToHurry() {
        witness.hides(TOKEN, Duration.ofSeconds(40));
        PlanResult plan = planned(live(Status.GAVE_UP));
        world.provider.fails("a", ApplierTest.failure(Kind.UNAVAILABLE));

        assertThat(only(world.apply(plan, WAIT)).result()).isEqualTo(Result.FAILED);
        assertThat(world.time.held()).hasSizeLessThan(60).allMatch(Duration::isPositive);
    }

    @Test
    void whatIsNotToBeAskedForIsOnlyWaitedFor() {
        witness.hides(TOKEN, Duration.ofSeconds(40));
        world.declares("a", Retry.NEVER, Map.of()).provider.shows("a", live(Status.GAVE_UP));
        assertThat(only(world.plan()).trigger()).isNull();
    }

    @Test
    void whatWasAskedForAMomentAgoIsNotAskedForAgain() {
        PlanResult plan = planned(live(Status.GAVE_UP));
        Outcome outcome = only(world.apply(plan, WAIT));
        assertThat(outcome.latest().reason().code()).isEqualTo("retried");
        assertThat(outcome.triggers()).isEqualTo(1);
        assertThat(only(world.apply(plan, Duration.ofHours(2))).triggers()).isEqualTo(3);
    }

    @Test
    void whatIsForcedIsAskedForOnceAlthoughItIsBlocked() {
        witness.forgets(HOST);
        PlanResult plan = forced("fake_verification.a", live(Status.GAVE_UP));
        Change change = only(plan);
        assertThat(change.verdict()).isEqualTo(Verdict.READY);
        assertThat(change.action()).isEqualTo(Action.RETRY);
        assertThat(change.reason().code()).isEqualTo("forced");
        assertThat(change.reason().message())
                .isEqualTo("Forced, although something stands in the way:"
                        + " a.example.com does not exist in the DNS: the servers of com know no such name.");
        assertThat(change.findings()).extracting(finding -> finding.rule()).startsWith("-", "C1");
        assertThat(plan.diagnostics()).isEmpty();

        Outcome outcome = only(world.apply(plan, Duration.ofHours(2)));
        assertThat(outcome.triggers()).isEqualTo(1);
        assertThat(outcome.result()).isEqualTo(Result.UNCHANGED);
    }

    @Test
    void whatIsForcedIsStaleOnceTheProviderSaysSomethingElse() {
        witness.forgets(HOST);
        PlanResult plan = forced("fake_verification.a", live(Status.GAVE_UP), live(Status.NEEDS_PROOF));

        assertThat(only(world.apply(plan, WAIT)).result()).isEqualTo(Result.STALE);
        assertThat(world.provider.triggered()).isEmpty();
    }

    @Test
    void whatNeedsNoForceAnyMoreIsAskedFor() {
        witness.forgets(HOST);
        PlanResult plan = forced("fake_verification.a", live(Status.GAVE_UP), live(Status.NEEDS_PROOF));
        witness.remembers(HOST);

        assertThat(only(world.apply(plan, Duration.ZERO)).triggers()).isEqualTo(1);
    }

    @Test
    void aManifestThatNeverRetriesLosesAndThatIsSaid() {
        world.declares("a", Retry.NEVER, Map.of()).provider.shows("a", live(Status.GAVE_UP));
        Change change = only(world.plan(new Forcing(List.of("*"))));
        assertThat(change.action()).isEqualTo(Action.RETRY);
        assertThat(change.reason().message()).isEqualTo("Forced, although the manifest says retry: never.");
    }

    @Test
    void whatIsOverCannotBeForced() {
        PlanResult plan = forced("fake_verification.a", live(Status.ENDED));
        assertThat(only(plan).action()).isEqualTo(Action.MANUAL);
        assertThat(plan.diagnostics())
                .extracting(diagnostic -> diagnostic.summary() + ": " + diagnostic.detail())
                .containsExactly(
                        "Nothing forced: --force-retry \"fake_verification.a\" asks for nothing: what it means is as"
                                + " expected, over, not there, not readable, or no call asks for it.");
    }

    @Test
    void whatNoCallAsksForIsNotForced() {
        witness.forgets(HOST);
        world.declares("a", Retry.AUTO, Map.of("trigger", Value.of("impossible")))
                .provider
                .shows("a", live(Status.GAVE_UP));
        Change change = only(world.plan(new Forcing(List.of("*"))));
        assertThat(change.action()).isEqualTo(Action.MANUAL);
        assertThat(change.reason().code()).isEqualTo("not-delegated");
    }

    @Test
    void oneOfSeveralIsForcedByItsName() {
        witness.forgets(HOST);
        world.declares("a").provider.shows("a", live(Status.GAVE_UP), FakeLives.unclaimed(Status.IN_PROGRESS));
        assertThat(world.plan(new Forcing(List.of("*.a b.example.com"))).plan().changes())
                .extracting(Change::action)
                .containsExactly(Action.MANUAL, Action.RETRY);
    }

    private PlanResult forced(String pattern, LiveVerification... readings) {
        world.declares("a");
        for (LiveVerification reading : readings) {
            world.provider.shows("a", reading);
        }
        return world.plan(new Forcing(List.of(pattern)));
    }

    /** A plan of one declaration that shows these readings: the first when planned. */
    private PlanResult planned(LiveVerification... readings) {
        world.declares("a");
        for (LiveVerification reading : readings) {
            world.provider.shows("a", reading);
        }
        return world.plan();
    }

    private static LiveVerification live(Status status) {
        return FakeLives.of(HOST, status, List.of(new Challenge.Txt(TOKEN, "token-1", null)), Claim.ownership(HOST));
    }

    private static Change only(PlanResult result) {
        assertThat(result.plan().changes()).hasSize(1);
        return result.plan().changes().getFirst();
    }

    private static Outcome only(ApplyResult result) {
        assertThat(result.outcomes()).hasSize(1);
        return result.outcomes().getFirst();
    }

    /** Verifications as the fake provider reports them. */
    private static final class FakeLives {
        static LiveVerification unclaimed(Status status) {
            return of("b.example.com", status, List.of(), Claim.NONE);
        }

        static LiveVerification of(String host, Status status, List<Challenge> challenges, Claim claim) {
            return new LiveVerification(
                    host,
                    host,
                    Map.of("state", Value.of(status.name().toLowerCase(Locale.ROOT)), "hostname", Value.of(host)),
                    status,
                    List.of(),
                    challenges,
                    List.of(),
                    Schedule.UNKNOWN,
                    claim);
        }
    }
}

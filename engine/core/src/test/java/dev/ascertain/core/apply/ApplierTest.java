package dev.ascertain.core.apply;

import static dev.ascertain.testkit.FakeProvider.live;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.World;
import dev.ascertain.core.apply.Outcome.Result;
import dev.ascertain.core.manifest.Declaration.Retry;
import dev.ascertain.core.observe.Bound;
import dev.ascertain.core.observe.Look;
import dev.ascertain.core.observe.Reader;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.TimeLimit;
import dev.ascertain.spi.Value;
import dev.ascertain.testkit.FakeProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApplierTest {
    private static final Duration WAIT = Duration.ofMinutes(10);
    private static final LiveVerification GAVE_UP = live("a.example.com", Status.GAVE_UP);
    private static final LiveVerification WORKING = live("a.example.com", Status.IN_PROGRESS);
    private static final LiveVerification VERIFIED = live("a.example.com", Status.VERIFIED);
    private static final LiveVerification ENDED = live("a.example.com", Status.ENDED);

    private final World world = new World();

    @Test
    void asksOnceWaitsByTheProvidersStepsAndIsMet() {
        PlanResult plan = planned(GAVE_UP);
        world.provider
                .showsAfterTrigger("a", WORKING)
                .showsAfterTrigger("a", WORKING)
                .showsAfterTrigger("a", VERIFIED);

        Outcome outcome = only(world.apply(plan, WAIT));

        assertThat(outcome.result()).isEqualTo(Result.MET);
        assertThat(outcome.triggers()).isEqualTo(1);
        assertThat(world.provider.triggered()).hasSize(1);
        assertThat(world.time.held())
                .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    @Test
    void asksNothingWhereAllIsAsExpectedAlready() {
        PlanResult plan = planned(GAVE_UP, VERIFIED);

        Outcome outcome = only(world.apply(plan, WAIT));

        assertThat(outcome.result()).isEqualTo(Result.SKIPPED);
        assertThat(outcome.message()).isEqualTo("It is as expected already; nothing was asked.");
        assertThat(world.provider.triggered()).isEmpty();
    }

    @Test
    void refusesAsStaleWhatWouldNowBePlannedOtherwise() {
        PlanResult plan = planned(GAVE_UP, ENDED);

        Outcome outcome = only(world.apply(plan, WAIT));

        assertThat(outcome.result()).isEqualTo(Result.STALE);
        assertThat(outcome.message())
                .isEqualTo("Another action would be planned now, so nothing was asked:"
                        + " Fake has ended it; another check cannot bring it back.");
        assertThat(world.provider.triggered()).isEmpty();
    }

    @Test
    void aWaitThatWouldNowBeARetryIsStaleAndNotAskedFor() {
        PlanResult plan = planned(WORKING, GAVE_UP);

        assertThat(only(world.apply(plan, WAIT)).result()).isEqualTo(Result.STALE);
        assertThat(world.provider.triggered()).isEmpty();
    }

    @Test
    void goneIsStale() {
        PlanResult plan = planned(GAVE_UP, live("b.example.com", Status.GAVE_UP));

        assertThat(only(world.apply(plan, WAIT)).message()).isEqualTo("It is no longer there; nothing more was done.");
        assertThat(world.provider.triggered()).isEmpty();
    }

    @Test
    void goneIsStaleAlsoBesideOneThatIsAsExpectedWhereEveryOneIsWanted() {
        world.declares("zone");
        world.provider
                .shows("zone", GAVE_UP, live("b.example.com", Status.VERIFIED))
                .shows("zone", live("b.example.com", Status.VERIFIED));

        List<Outcome> outcomes = world.apply(world.plan(), WAIT).outcomes();

        assertThat(outcomes).extracting(Outcome::result).containsExactly(Result.STALE, Result.MET);
    }

    @Test
    void oneThatIsAsExpectedIsEnoughWhereAnyIsWanted() {
        world.declaresAny("zone");
        world.provider
                .shows("zone", GAVE_UP, live("b.example.com", Status.GAVE_UP))
                .shows("zone", GAVE_UP, live("b.example.com", Status.VERIFIED));

        List<Outcome> outcomes = world.apply(world.plan(), WAIT).outcomes();

        assertThat(outcomes).extracting(Outcome::result).containsOnly(Result.SKIPPED);
        assertThat(outcomes.getFirst().message())
                .isEqualTo("Another one is as expected, which is enough (match: any).");
        assertThat(world.provider.triggered()).isEmpty();
    }

    @Test
    void failsFastOnWhatAPersonMustDo() {
        PlanResult plan = planned(GAVE_UP);
        world.provider.showsAfterTrigger("a", ENDED);

        Outcome outcome = only(world.apply(plan, WAIT));

        assertThat(outcome.result()).isEqualTo(Result.NEEDS_PERSON);
        assertThat(world.time.held()).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void tellsApartUnchangedAndStillConverging() {
        PlanResult plan = planned(GAVE_UP);
        Outcome unchanged = only(world.apply(plan, WAIT));
        world.provider.showsAfterTrigger("a", WORKING);
        Outcome converging = only(world.apply(plan, WAIT));

        assertThat(unchanged.result()).isEqualTo(Result.UNCHANGED);
        assertThat(unchanged.message()).isEqualTo("A check was asked for; nothing had changed by the deadline.");
        assertThat(converging.result()).isEqualTo(Result.STILL_CONVERGING);
        assertThat(converging.message()).isEqualTo("Fake is working on it.");
    }

    @Test
    void keepsOneDeadline() {
        PlanResult plan = planned(GAVE_UP);
        world.apply(plan, WAIT);

        assertThat(world.time.held().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(WAIT.minusSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({"PT10M, PT5S", "PT50S, PT5S", "PT40S, PT4S", "PT2S, PT0.2S"})
    void theLastLookIsOverWhenTheDeadlineComes(Duration wait, Duration kept) {
        PlanResult plan = planned(GAVE_UP);
        world.apply(plan, wait);

        List<Duration> given = world.provider.given();
        assertThat(given.getFirst()).as("planning").isEqualTo(Duration.ofDays(1));
        assertThat(given.get(1)).as("the first look").isEqualTo(wait);
        assertThat(given.getLast()).as("the last look").isEqualTo(kept);
    }

    @Test
    void nothingIsAskedWhenNobodyWouldLookAtWhatComesOfIt() {
        PlanResult plan = planned(GAVE_UP);

        Outcome outcome = only(world.apply(plan, Duration.ofMinutes(12).plusSeconds(4)));

        assertThat(outcome.triggers()).isEqualTo(1);
    }

    @Test
    void whoseTurnDidNotComeInTimeIsNoFailure() {
        world.declares("a");
        world.provider.shows("a", GAVE_UP).fails("a", failure(Kind.NOT_ASKED));
        PlanResult plan = world.plan();
        world.provider.beforeReading(() -> world.time.advance(WAIT));

        Outcome outcome = only(world.apply(plan, WAIT));

        assertThat(outcome.result()).isEqualTo(Result.STILL_CONVERGING);
        assertThat(outcome.message()).isEqualTo("The deadline came before its turn; nothing was asked.");
    }

    @Test
    void nothingIsReadOnceTheDeadlineHasCome() {
        var reader = new Reader(world.time.context(1));
        var bound = new Bound("fake", new FakeProvider.Place("a"), List.of());
        var looks = new ArrayList<Look>();

        TimeLimit.until(world.time.instant(), () -> looks.add(reader.read(bound, world.provider, Instant.EPOCH)));

        assertThat(looks)
                .singleElement()
                .isInstanceOfSatisfying(
                        Look.Unseen.class,
                        look -> assertThat(look.failure()).hasMessage("The deadline came before this was asked."));
        assertThat(world.provider.observed()).isEmpty();
    }

    @Test
    void asksAtMostEveryTwelveMinutesAndThreeTimes() {
        PlanResult plan = planned(GAVE_UP);

        Outcome outcome = only(world.apply(plan, Duration.ofHours(2)));

        assertThat(world.provider.triggered()).hasSize(3);
        assertThat(outcome.triggers()).isEqualTo(3);
        assertThat(only(world.apply(plan, Duration.ofMinutes(11))).triggers()).isEqualTo(1);
    }

    @Test
    void triggersAndLeavesWithoutWaiting() {
        PlanResult plan = planned(GAVE_UP);

        Outcome outcome = only(world.apply(plan, Duration.ZERO));

        assertThat(outcome.result()).isEqualTo(Result.STILL_CONVERGING);
        assertThat(outcome.message()).isEqualTo("A check was asked for, and not waited for.");
        assertThat(world.time.held()).isEmpty();
    }

    @Test
    void oneCallServesAll() {
        world.declaresIn("zone", "one").declaresIn("zone", "two").declaresIn("zone", "three");
        world.provider.shows("zone", GAVE_UP).showsAfterTrigger("zone", VERIFIED);

        ApplyResult result = world.apply(world.plan(), WAIT);

        assertThat(result.outcomes()).extracting(Outcome::result).containsOnly(Result.MET);
        assertThat(world.provider.triggered()).hasSize(1);
    }

    @Test
    void twoWaysToAskForOneVerificationAskOnce() {
        world.declaresIn("zone", "one").declares("two", Retry.AUTO, Map.of("place", Value.of("zone")));
        world.provider.shows("zone", GAVE_UP);

        world.apply(world.plan(), WAIT);

        assertThat(world.provider.triggered()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNAVAILABLE", "MALFORMED_RESPONSE"})
    void aCallWhoseFateIsUnknownIsNeverRepeated(Kind kind) {
        PlanResult plan = planned(GAVE_UP);
        world.provider.refusesTrigger("a", failure(kind));

        Outcome outcome = only(world.apply(plan, WAIT));

        assertThat(world.provider.triggered()).hasSize(1);
        assertThat(outcome.triggers()).isEqualTo(1);
        assertThat(outcome.result()).isEqualTo(Result.UNCHANGED);
        assertThat(world.events).contains(new ApplyEvent.Errored(plan.plan().changes(), "Fake failed."));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND", "REJECTED", "THROTTLED"})
    void aRefusedCallFails(Kind kind) {
        PlanResult plan = planned(GAVE_UP);
        world.provider.refusesTrigger("a", failure(kind));

        Outcome outcome = only(world.apply(plan, WAIT));

        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(outcome.message()).isEqualTo("Fake failed.");
        assertThat(outcome.triggers()).isZero();
        assertThat(world.time.held()).isEmpty();
    }

    @Test
    void anOutageIsWaitedOutBeforeAndAfterTheTrigger() {
        world.declares("a");
        world.provider
                .shows("a", GAVE_UP)
                .fails("a", failure(Kind.UNAVAILABLE))
                .shows("a", GAVE_UP)
                .failsAfterTrigger("a", failure(Kind.THROTTLED))
                .showsAfterTrigger("a", VERIFIED);

        assertThat(only(world.apply(world.plan(), WAIT)).result()).isEqualTo(Result.MET);
        assertThat(world.provider.triggered()).hasSize(1);
    }

    @Test
    void anOutageUntilTheDeadlineIsAFailure() {
        PlanResult plan = planned(GAVE_UP);
        world.provider.failsAfterTrigger("a", failure(Kind.UNAVAILABLE));

        Outcome outcome = only(world.apply(plan, WAIT));

        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(outcome.triggers()).isEqualTo(1);
    }

    @Test
    void stoppedBeforeAnythingWasAsked() {
        PlanResult plan = planned(GAVE_UP);
        world.time.stop();

        ApplyResult result = world.apply(plan, WAIT);

        assertThat(only(result).result()).isEqualTo(Result.INTERRUPTED);
        assertThat(only(result).message()).isEqualTo("Stopped before anything was asked.");
        assertThat(result.interrupted()).isTrue();
        assertThat(world.provider.triggered()).isEmpty();
    }

    @Test
    void stoppedWhileWaiting() {
        PlanResult plan = planned(GAVE_UP);
        world.time.stopAfter(2);

        Outcome outcome = only(world.apply(plan, WAIT));

        assertThat(outcome.result()).isEqualTo(Result.INTERRUPTED);
        assertThat(outcome.message()).isEqualTo("Stopped after a check was asked for; its end was not waited for.");
        assertThat(outcome.triggers()).isEqualTo(1);
    }

    @Test
    void everyChangeHasAnOutcomeInThePlansOrder() {
        world.declares("met").declares("a").declares("manual").declares("error");
        world.provider
                .shows("met", live("m", Status.VERIFIED))
                .shows("a", GAVE_UP)
                .showsAfterTrigger("a", VERIFIED)
                .shows("manual", live("x", Status.ENDED))
                .fails("error", failure(Kind.FORBIDDEN));

        List<Outcome> outcomes = world.apply(world.plan(), WAIT).outcomes();

        assertThat(outcomes)
                .extracting(Outcome::result)
                .containsExactly(Result.MET, Result.MET, Result.NEEDS_PERSON, Result.FAILED);
    }

    /** A plan of one declaration that shows these readings: the first when planned. */
    private PlanResult planned(LiveVerification... readings) {
        world.declares("a");
        for (LiveVerification reading : readings) {
            world.provider.shows("a", reading);
        }
        return world.plan();
    }

    private static Outcome only(ApplyResult result) {
        assertThat(result.outcomes()).hasSize(1);
        return result.outcomes().getFirst();
    }

    static ProviderException failure(Kind kind) {
        return ProviderException.of(kind, "Fake failed.").build();
    }
}

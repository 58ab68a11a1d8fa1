package dev.ascertain.core.gate;

import static dev.ascertain.core.gate.Gated.NOON;
import static dev.ascertain.core.gate.Gated.beside;
import static dev.ascertain.core.gate.Gated.change;
import static dev.ascertain.core.gate.Gated.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.gate.Condition.State;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.plan.Change;
import dev.ascertain.spi.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {
    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(change(Verdict.MET), List.of()),
                Arguments.of(change(Verdict.READY), List.of(State.UNMET)),
                Arguments.of(change(Verdict.CONVERGING), List.of(State.UNMET)),
                Arguments.of(change(Verdict.WAITING), List.of(State.UNMET)),
                Arguments.of(change(Verdict.BLOCKED), List.of(State.UNMET, State.BLOCKED)),
                Arguments.of(change(Verdict.HELD), List.of(State.UNMET, State.BLOCKED)),
                Arguments.of(change(Verdict.ABSENT), List.of(State.UNMET, State.BLOCKED)),
                Arguments.of(change(Verdict.DEAD), List.of(State.UNMET, State.DEAD)),
                Arguments.of(change(Verdict.UNOBSERVABLE), List.of(State.UNOBSERVABLE)),
                Arguments.of(beside(Verdict.WARNING), List.of(State.WARNING)),
                Arguments.of(beside(Verdict.INFO), List.of()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void aStateHoldsForTheseVerdicts(Change change, List<State> holding) {
        assertThat(Stream.of(State.values()).filter(state -> holds(state, change)))
                .isEqualTo(holding);
    }

    @Test
    void whatThePersonBehindTheManifestMustDoIsBlockedToo() {
        Change change = change("a", Verdict.READY, Action.MANUAL, Severity.ERROR, Schedule.UNKNOWN);
        assertThat(holds(State.BLOCKED, change)).isTrue();
    }

    @Test
    void oneOfSeverityWarningCountsOnlyWithWarning() {
        Change light = change("a", Verdict.BLOCKED, Action.MANUAL, Severity.WARNING, expiring(NOON));
        List<Condition> strict = List.of(State.UNMET, State.BLOCKED, new Condition.Expiry(Duration.ofDays(1), "1d"));
        assertThat(new Gate(strict).breaches(plan(light))).isEmpty();
        assertThat(new Gate(List.of(State.WARNING)).breaches(plan(light))).hasSize(1);
        assertThat(new Gate(List.of(State.WARNING, State.BLOCKED)).breaches(plan(light)))
                .containsExactly(new Breach(State.WARNING, 1), new Breach(State.BLOCKED, 1));
        Change met = change("a", Verdict.MET, Action.NONE, Severity.WARNING, Schedule.UNKNOWN);
        assertThat(holds(State.WARNING, met)).isFalse();
    }

    /** 48 hours after noon are noon of the 24th. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T11:59:59.999Z, true",
        "2026-11-24T12:00:00Z,     false",
        "2026-11-24T12:00:01Z,     false",
        "2026-11-22T11:00:00Z,     true",
        "2020-01-01T00:00:00Z,     true"
    })
    void theBoundaryOfATimeIsOutside(Instant time, boolean holds) {
        Condition deadline = new Condition.Deadline(Duration.ofHours(48), "48h");
        Condition expiry = new Condition.Expiry(Duration.ofDays(2), "2d");
        assertThat(holds(deadline, waiting(time, null))).isEqualTo(holds);
        assertThat(holds(deadline, waiting(null, time))).isEqualTo(holds);
        assertThat(holds(expiry, met(expiring(time)))).isEqualTo(holds);
    }

    @Test
    void aTimeThatIsNotKnownHoldsNothing() {
        assertThat(holds(new Condition.Deadline(Duration.ofDays(9), "9d"), waiting(null, null)))
                .isFalse();
        assertThat(holds(new Condition.Expiry(Duration.ofDays(9), "9d"), met(Schedule.UNKNOWN)))
                .isFalse();
    }

    @Test
    void whatIsAsExpectedHasNoDeadline() {
        Change met = met(new Schedule(null, null, NOON, NOON, null, false));
        assertThat(holds(new Condition.Deadline(Duration.ofDays(9), "9d"), met)).isFalse();
    }

    @Test
    void theEarlierOfTwoDeadlinesCounts() {
        Change change = waiting(NOON.plusSeconds(999_999), NOON.plusSeconds(60));
        assertThat(holds(new Condition.Deadline(Duration.ofHours(1), "1h"), change))
                .isTrue();
    }

    @Test
    void theyAreCountedInTheOrderOfTheConditions() {
        var gate = new Gate(List.of(State.DEAD, State.UNMET, State.UNOBSERVABLE));
        assertThat(gate.breaches(plan(change(Verdict.DEAD), change(Verdict.READY), change(Verdict.MET))))
                .containsExactly(new Breach(State.DEAD, 1), new Breach(State.UNMET, 2));
        assertThat(Gate.OPEN.breaches(plan(change(Verdict.DEAD)))).isEmpty();
    }

    private static boolean holds(Condition condition, Change change) {
        return !new Gate(List.of(condition)).breaches(plan(change)).isEmpty();
    }

    private static Change waiting(@Nullable Instant givesUp, @Nullable Instant tokenExpires) {
        var schedule = new Schedule(null, null, givesUp, tokenExpires, null, true);
        return change("a", Verdict.CONVERGING, Action.WAIT, Severity.ERROR, schedule);
    }

    private static Schedule expiring(Instant notAfter) {
        return new Schedule(null, null, null, null, notAfter, false);
    }

    private static Change met(Schedule schedule) {
        return change("a", Verdict.MET, Action.NONE, Severity.ERROR, schedule);
    }
}

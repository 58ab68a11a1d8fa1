package dev.ascertain.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.apply.Outcome.Result;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.PlanResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExitCodeTest {
    static Stream<Arguments> plans() {
        return Stream.of(
                Arguments.of("all as expected", List.of(World.met()), 0, 0),
                Arguments.of("nothing at all", List.of(), 0, 0),
                Arguments.of("a retry", List.of(World.met(), World.retry()), 0, 2),
                Arguments.of("a wait", List.of(World.waiting()), 0, 2),
                Arguments.of("a person", List.of(World.manual()), 0, 2),
                Arguments.of("a warning", List.of(World.light(World.retry())), 0, 0),
                Arguments.of("an unreadable one beside a retry", List.of(World.retry(), World.unreadable()), 1, 1),
                Arguments.of("an unreadable warning", List.of(World.light(World.unreadable())), 1, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void ofAPlan(String name, List<Change> changes, int plain, int detailed) {
        var result = new PlanResult(World.plan(changes.toArray(Change[]::new)), List.of(), false);
        assertThat(ExitCode.of(result, false).number()).isEqualTo(plain);
        assertThat(ExitCode.of(result, true).number()).isEqualTo(detailed);
    }

    static Stream<Arguments> applies() {
        return Stream.of(
                Arguments.of("all met", List.of(Result.MET, Result.SKIPPED), 0, 0),
                Arguments.of("unchanged", List.of(Result.UNCHANGED), 3, 0),
                Arguments.of("still converging", List.of(Result.MET, Result.STILL_CONVERGING), 3, 0),
                Arguments.of(
                        "a person before the deadline", List.of(Result.STILL_CONVERGING, Result.NEEDS_PERSON), 4, 0),
                Arguments.of("stale before a person", List.of(Result.NEEDS_PERSON, Result.STALE), 5, 5),
                Arguments.of("failed before stale", List.of(Result.STALE, Result.FAILED, Result.MET), 1, 1),
                Arguments.of("interrupted before all", List.of(Result.FAILED, Result.INTERRUPTED), 130, 130));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applies")
    void ofAnApply(String name, List<Result> results, int error, int warning) {
        assertThat(ExitCode.of(applied(results, World.retry())).number()).isEqualTo(error);
        assertThat(ExitCode.of(applied(results, World.light(World.retry()))).number())
                .isEqualTo(warning);
    }

    @Test
    void aStoppedRunSaysSo() {
        var result = new PlanResult(World.plan(World.unreadable()), List.of(), true);
        assertThat(ExitCode.of(result, true)).isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void anErrorAmongTheDiagnosticsIsAnError() {
        var result = new PlanResult(World.plan(), List.of(Diagnostic.error("Oh", "No.")), false);
        assertThat(ExitCode.of(result, true)).isEqualTo(ExitCode.ERROR);
    }

    private static ApplyResult applied(List<Result> results, Change change) {
        return new ApplyResult(
                World.plan(),
                results.stream()
                        .map(result -> new Outcome(change, result, "x", null, 0, null))
                        .toList(),
                List.of(),
                false);
    }
}

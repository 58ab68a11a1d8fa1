package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import dev.ascertain.spi.Status;
import dev.ascertain.testkit.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plan files that must not be applied: one message, exit code 5, and nothing is even read. */
class PlanFilesTest {
    @TempDir
    Path folder;

    static Stream<Arguments> spoilt() {
        return Stream.of(
                row("Plan file cut", "ends in the middle", plan -> plan.substring(0, plan.length() / 2)),
                row("Plan file cut", "ends in the middle", plan -> plan.substring(0, plan.length() - 2)),
                row("Plan file edited", "was changed", plan -> plan.replace("\"retry\":1", "\"retry\":2")),
                row("Plan file edited", "was changed", plan -> plan.replace("2026-11-22T13", "2036-11-22T13")),
                row("Plan file edited", "was changed", plan -> plan.replace("\"complete\":true", "\"complete\": true")),
                row(
                        "Plan file made by a newer Ascertain",
                        "has the format version 2.0; this version knows 1.",
                        plan -> plan.replace("\"format_version\":\"1.0\"", "\"format_version\":\"2.0\"")),
                row("Not a plan file", "is no plan that Ascertain wrote.", _ -> ""),
                row("Not a plan file", "is no plan that Ascertain wrote.", _ -> "ascertain: 1\n"),
                row("Not a plan file", "is no plan that Ascertain wrote.", _ -> "{\"resource_changes\":[]}"),
                row("Not a plan file", "is no plan that Ascertain wrote.", _ -> "\u0000\u0001\u0002"),
                row("Plan file damaged", "is damaged", plan -> plan.replace("\"changes\":[", "\"changes\":[]],[")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("spoilt")
    void oneThatIsSpoiltIsRefused(String summary, String detail, UnaryOperator<String> spoiling) throws IOException {
        Stage stage = planned();
        Path file = folder.resolve("change.plan");
        String plan = Files.readString(file);
        String spoilt = spoiling.apply(plan);
        assertThat(spoilt).isNotEqualTo(plan);
        Files.writeString(file, spoilt);
        int reads = stage.provider.observed().size();

        Run run = stage.run("apply", "change.plan");
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("Error: " + summary + "\n\n  " + file + " ")
                .contains(detail);
        assertThat(run.err().lines().filter(line -> line.startsWith("Error"))).hasSize(1);
        assertThat(stage.run("show", "change.plan").code()).isEqualTo(1);
        assertThat(stage.provider.observed()).hasSize(reads);
        assertThat(stage.provider.triggered()).isEmpty();
        assertThat(file).hasContent(spoilt);
    }

    @Test
    void oneThatIsTooOldIsShownAndNotApplied() {
        Stage stage = planned();
        stage.time.advance(Duration.ofHours(2));
        assertThat(stage.run("show", "change.plan").out()).contains("Plan: 1 to retry.");
        assertThat(stage.run("apply", "change.plan").code()).isEqualTo(5);
        assertThat(stage.provider.triggered()).isEmpty();
    }

    @Test
    void aLaterMinorVersionIsNoReasonToRefuseIt() throws IOException {
        Stage stage = planned();
        Path file = folder.resolve("change.plan");
        Files.writeString(file, Files.readString(file).replace("_version\":\"1.0\"", "_version\":\"1.7\""));
        assertThat(stage.run("apply", "change.plan").err())
                .as("known by its form, refused for its seal")
                .startsWith("Error: Plan file edited\n");
    }

    @Test
    void oneThatIsGoneIsNotTakenForAnything() throws IOException {
        Stage stage = planned();
        Files.delete(folder.resolve("change.plan"));
        Run run = stage.run("apply", "change.plan", "a.yaml");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("Error: Plan file not found\n")
                .contains(folder.resolve("change.plan").toString());
        assertThat(stage.provider.triggered()).isEmpty();
    }

    private static Arguments row(String summary, String detail, UnaryOperator<String> spoiling) {
        return Arguments.of(summary, detail, spoiling);
    }

    private Stage planned() {
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", FakeProvider.live("a.example.com", Status.NEEDS_PROOF));
        assertThat(stage.run("plan", "--out", "change.plan").code()).isZero();
        return stage;
    }
}

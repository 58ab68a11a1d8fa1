package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import dev.ascertain.cli.Stage.Run;
import dev.ascertain.spi.Status;
import dev.ascertain.testkit.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new user types on the first day: nothing is lost by it, and each gets one message. */
class MistakesTest {
    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void start() {
        stage = new Stage(folder).manifest();
        stage.provider.shows("a", FakeProvider.live("a.example.com", Status.NEEDS_PROOF));
    }

    static Stream<Arguments> overManifests() {
        return Stream.of(
                Arguments.of(
                        "plan --out a.yaml",
                        "--out a.yaml: that is a manifest; a plan is saved beside it, such as plan.json."),
                Arguments.of(
                        "plan --out new.YML",
                        "--out new.YML: that is a manifest; a plan is saved beside it, such as plan.json."),
                Arguments.of(
                        "plan --out link a.yaml",
                        "--out link: that is a manifest; a plan is saved beside it, such as plan.json."),
                Arguments.of(
                        "plan --out a.conf a.conf",
                        "--out a.conf: that file is to be read; a plan is saved beside it, such as plan.json."),
                Arguments.of(
                        "plan --report json=a.yaml",
                        "--report a.yaml: that is a manifest; a report is saved beside it, such as report.json."),
                Arguments.of(
                        "apply --report json=a.yaml",
                        "--report a.yaml: that is a manifest; a report is saved beside it, such as report.json."),
                Arguments.of(
                        "plan --json-into a.yaml",
                        "--json-into a.yaml: that is a manifest; events are saved beside it, such as events.jsonl."),
                Arguments.of(
                        "apply --json-into ./a.yaml",
                        "--json-into ./a.yaml: that is a manifest; events are saved beside it, such as events.jsonl."),
                Arguments.of(
                        "validate --json-into a.yaml",
                        "--json-into a.yaml: that is a manifest; events are saved beside it, such as events.jsonl."),
                Arguments.of(
                        "show a.conf --json-into a.conf",
                        "--json-into a.conf: that file is to be read; events are saved beside it, such as events.jsonl."),
                Arguments.of(
                        "plan --out new --evidence-out ./new",
                        "--evidence-out ./new: --out writes that file; give each a name of its own."),
                Arguments.of(
                        "apply --evidence-out new --report json=new",
                        "--report new: --evidence-out writes that file; give each a name of its own."),
                Arguments.of(
                        "plan --report json=new --report junit=b/../new",
                        "--report b/../new: another --report writes that file; give each a name of its own."),
                Arguments.of(
                        "plan --out new --json-into new",
                        "--json-into new: --out writes that file; give each a name of its own."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("overManifests")
    void aManifestIsNeverOverwritten(String typed, String told) throws IOException {
        Path manifest = folder.resolve("a.yaml");
        Files.copy(manifest, folder.resolve("a.conf"));
        Files.createSymbolicLink(folder.resolve("link"), manifest);
        String before = Files.readString(manifest);
        Run run = stage.run(typed.split(" "));
        assertThat(run)
                .isEqualTo(new Run(
                        64,
                        "",
                        "Error: File not to be overwritten\n\n  " + told + "\n  Nothing was read or written.\n"));
        assertThat(manifest).hasContent(before);
        assertThat(folder.resolve("a.conf")).hasContent(before);
        assertThat(folder.resolve("new.YML")).doesNotExist();
        assertThat(stage.provider.observed()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "plan --out -",
                "plan --report html=-",
                "apply --report slack=-",
                "plan --json-into -",
                "validate --json-into=-",
                "plan --evidence-out -",
                "records --evidence-out -"
            })
    void aLineIsNoFile(String typed) throws IOException {
        String option = typed.replaceAll(".*(--[a-z-]+).*", "$1");
        assertThat(stage.run(typed.split(" ")))
                .isEqualTo(
                        new Run(
                                64,
                                "",
                                "Error: Not a file\n\n  " + option
                                        + " -: name a file; standard output is for what is shown. If it is to be called so: ./-.\n"));
        assertThat(stage.provider.observed()).isEmpty();
        assertThat(folder.resolve("-")).doesNotExist();
        assertThat(stage.run("plan", "--report", "json=./-").code()).isZero();
        assertThat(folder.resolve("-")).isRegularFile();
    }

    @Test
    void aManifestIsCheckedWithoutACredential() {
        stage.environment.remove("FAKE_TOKEN");
        assertThat(stage.run("validate")).isEqualTo(new Run(0, "Valid: 1 verification in 1 file.\n", ""));
        assertThat(stage.run("plan").code()).isEqualTo(78);
    }

    @Test
    void theExamplesAreCheckedWithNothingInTheEnvironment() {
        var real = new Stage(folder, RealProviders.factories());
        real.environment.clear();
        String examples = Path.of("../../examples/manifests").toAbsolutePath().toString();
        Run run = real.run("validate", "--recursive", examples);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void whatInitWritesIsValidAsItIs() {
        var real = new Stage(folder, RealProviders.factories());
        real.environment.clear();
        assertThat(real.run("init", "new").code()).isZero();
        assertThat(real.run("validate", "new")).isEqualTo(new Run(0, "Valid: 1 verification in 1 file.\n", ""));
    }

    @Test
    @EnabledOnOs(LINUX)
    void eventsThatDoNotFitOnTheDiskAreAnError() {
        Run run = stage.run("plan", "--json-into", "/dev/full");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("Plan: 1 to retry.");
        assertThat(run.err()).endsWith("""
                Error: Events not written

                  --json-into /dev/full cannot be written to: No space left on device.
                  Events are missing there; the run itself went on without them.

                """);
    }

    @Test
    void aLevelThatIsNoneIsAUsageError() {
        Run run = stage.run("plan", "--log-level", "foo");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err())
                .startsWith("Error: Not understood\n")
                .contains("expected one of [error, warn, info, debug, trace, off]")
                .contains("but was 'foo'");
        assertThat(stage.provider.observed()).isEmpty();
        assertThat(stage.run("plan", "--log-level", "DEBUG").code()).isZero();
    }

    @Test
    void aLevelThatIsNoneInTheEnvironmentIsOneWarning() {
        stage.environment.put("ASCERTAIN_LOG", "foo");
        assertThat(stage.run("validate"))
                .isEqualTo(
                        new Run(
                                0,
                                "Valid: 1 verification in 1 file.\n",
                                "Warning: ASCERTAIN_LOG is \"foo\"; it can be error, warn, info, debug, trace or off. Nothing is logged.\n"));
        stage.environment.put("ASCERTAIN_LOG", "off");
        assertThat(stage.run("validate").err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "validate", "apply a.yaml"})
    void aSavedPlanIsNoManifest(String command) {
        assertThat(stage.run("plan", "--out", "shop.plan").code()).isZero();
        int reads = stage.provider.observed().size();
        Run run = stage.run((command + " shop.plan").split(" "));
        assertThat(run)
                .isEqualTo(new Run(
                        64,
                        "",
                        "Error: Saved plan given as a manifest\n\n  " + folder.resolve("shop.plan")
                                + ": this is a saved plan: use \"ascertain show\" or \"ascertain apply\".\n\n"));
        assertThat(stage.provider.observed()).hasSize(reads);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch.plan", "nosuch", "nosuch.json"})
    void aPlanThatIsNotThereIsTheSameErrorForShowAndApply(String name) {
        Run apply = stage.run("apply", name);
        assertThat(apply).isEqualTo(stage.run("show", name));
        assertThat(apply.code()).isEqualTo(1);
        assertThat(apply.err()).startsWith("Error: Plan file not found\n\n  There is no file " + folder.resolve(name));
        assertThat(List.of(
                        stage.run("apply", "nosuch.yaml").code(),
                        stage.run("plan", "nosuch.yaml").code()))
                .containsExactly(78, 78);
    }

    @Test
    void aReportThatCannotBeSavedIsCalledOne() {
        for (String command : List.of("plan", "apply")) {
            Run run = stage.run(command, "--report", "json=none/r.json");
            assertThat(run)
                    .isEqualTo(new Run(
                            1,
                            "",
                            "Error: Report not saved\n\n  The report cannot be written to "
                                    + folder.resolve("none/r.json") + ": the folder " + folder.resolve("none")
                                    + " does not exist.\n\n"));
        }
        Run events = stage.run("plan", "--json-into", "none/events.jsonl");
        assertThat(events.code()).isEqualTo(1);
        assertThat(events.err())
                .isEqualTo("Error: Events not written\n\n"
                        + "  --json-into none/events.jsonl cannot be written to: the folder does not exist.\n");
    }

    @Test
    void theLastEventOfARefusalHasItsCodeAndNoneBeforeClaimsAnEnd() {
        Run run = stage.run("apply", "--json");
        assertThat(run.code()).isEqualTo(5);
        List<String> lines = run.out().lines().toList();
        assertThat(lines.getLast())
                .contains("\"type\":\"diagnostic\"")
                .endsWith(",\"exit_code\":5,\"exit_reason\":\"Not approved\"}");
        assertThat(lines).filteredOn(line -> line.contains("exit_code")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.contains("change_summary")).hasSize(1);
    }

    @Test
    void aSelectionThatLeavesNothingIsAUsageError() {
        Run run = stage.run("plan", "--target", "*", "--exclude", "*");
        assertThat(run)
                .isEqualTo(
                        new Run(
                                64,
                                "",
                                "Error: No verification left\n\n  --target and --exclude together leave none of the 1 there are.\n\n"));
    }

    @Test
    void manifestsWithoutAVerificationGetAWarning() {
        stage.manifest("a.yaml", "ascertain: 1\nverifications: []\n");
        Run run = stage.run("plan");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("Warning: No verifications").contains("nothing is gated.");
    }

    @Test
    void aSavedPlanTellsUntilWhenItMayBeApplied() {
        assertThat(stage.run("plan", "--out", "shop.plan").out())
                .endsWith("\nRun \"ascertain apply shop.plan\" to ask for 1 check, until 13:00 UTC.\n");
        assertThat(stage.run("show", "shop.plan").out())
                .endsWith("\nMade 12:00 UTC, may be applied until 13:00 UTC.\n");
        stage.time.advance(Duration.ofHours(1));
        assertThat(stage.run("show", "shop.plan").out())
                .endsWith("\nMade 12:00 UTC, could be applied until 13:00 UTC.\n");
    }

    @Test
    void anEndOfInputIsNoAnswer() {
        Run run = stage.types("").run("apply");
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).contains("  Answer: \n").contains("Not approved");
    }
}

package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import dev.ascertain.cli.terminal.Keyboard;
import dev.ascertain.cli.terminal.Outlet;
import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.Golden;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Status;
import dev.ascertain.testkit.FakeProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole program with a scripted provider: every exit code, made on purpose. */
class AscertainTest {
    @TempDir
    Path folder;

    @Test
    void allAsExpected() {
        Stage stage = stage(Status.VERIFIED);
        assertThat(stage.run("plan", "--detailed-exitcode")).isEqualTo(new Run(0, "Plan: 1 as expected.\n", ""));
    }

    @Test
    void aDifferenceHasACodeOfItsOwnOnlyIfAskedFor() {
        Stage stage = stage(Status.NEEDS_PROOF);
        assertThat(stage.run("plan").code()).isZero();
        assertThat(stage.run("plan", "-detailed-exitcode").code()).isEqualTo(2);
        assertThat(stage.run("plan").out()).endsWith("Run \"ascertain apply\" to ask for 1 check.\n");
        assertThat(stage.provider.triggered()).isEmpty();
    }

    @Test
    void whatCouldNotBeReadIsAnError() {
        Stage stage = new Stage(folder).manifest();
        stage.provider.fails(
                "a",
                ProviderException.of(ProviderException.Kind.UNAVAILABLE, "Fake answered 503.")
                        .build());
        assertThat(stage.run("plan").code()).isEqualTo(1);
    }

    @Test
    void aSavedPlanIsAppliedOnce() {
        Stage stage = stage(Status.NEEDS_PROOF);
        stage.provider.showsAfterTrigger("a", FakeProvider.live("a.example.com", Status.VERIFIED));
        assertThat(stage.run("plan", "--out", "plan.json").code()).isZero();

        Run first = stage.run("apply", "plan.json");
        assertThat(first.code()).isZero();
        assertThat(first.out()).endsWith("Apply: 1 met.\n");
        assertThat(stage.provider.triggered()).hasSize(1);

        Run second = stage.run("apply", "plan.json");
        assertThat(second.code()).isEqualTo(5);
        assertThat(second.err()).startsWith("Error: Plan already applied\n");
        assertThat(stage.provider.triggered()).hasSize(1);
    }

    @Test
    void anExpiredPlanIsRefused() {
        Stage stage = stage(Status.NEEDS_PROOF);
        stage.run("plan", "-out=plan.json");
        stage.time.advance(Duration.ofHours(1));
        Run run = stage.run("apply", "plan.json");
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err())
                .isEqualTo("Error: Plan expired\n\n"
                        + "  " + folder.resolve("plan.json")
                        + " was made at 2026-11-22T12:00:00Z and could be applied until 2026-11-22T13:00:00Z.\n"
                        + "  Nothing was triggered. Make a new plan: ascertain plan --out FILE.\n\n");
        assertThat(stage.provider.triggered()).isEmpty();
    }

    @Test
    void aPlanOfOtherManifestsIsRefused() {
        Stage stage = stage(Status.NEEDS_PROOF);
        stage.run("plan", "--out", "plan.json");
        stage.manifest(
                "a.yaml",
                "ascertain: 1\nverifications:\n  - {type: fake_verification, name: a, place: a, expect: {state: ended}}\n");
        Run run = stage.run("apply", "plan.json");
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).startsWith("Error: Plan made from other manifests\n");
        assertThat(stage.provider.triggered()).isEmpty();
    }

    @Test
    void anEditedPlanIsRefused() throws IOException {
        Stage stage = stage(Status.NEEDS_PROOF);
        stage.run("plan", "--out", "plan.json");
        Path file = folder.resolve("plan.json");
        Files.writeString(file, Files.readString(file).replace("\"retry\":1", "\"retry\":2"));
        assertThat(stage.run("apply", "plan.json").code()).isEqualTo(5);
        assertThat(stage.run("show", "plan.json").code()).isEqualTo(1);
    }

    @Test
    void withoutAnybodyToApproveNothingIsTriggered() {
        Stage stage = stage(Status.NEEDS_PROOF);
        Run run = stage.run("apply");
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).isEqualTo("""
                        Error: Not approved

                          The plan asks for 1 check, and there is nobody here to approve it. Nothing was triggered.
                          Add --auto-approve, or save a plan with "ascertain plan --out FILE", and apply that.

                        """);
        assertThat(stage.provider.triggered()).isEmpty();
    }

    @Test
    void onlyYesIsAccepted() {
        assertThat(stage(Status.NEEDS_PROOF).types("y\n").run("apply").code()).isEqualTo(5);
        Stage stage = stage(Status.NEEDS_PROOF).types("yes\n");
        stage.provider.showsAfterTrigger("a", FakeProvider.live("a.example.com", Status.VERIFIED));
        assertThat(stage.run("apply").code()).isZero();
        assertThat(stage.provider.triggered()).hasSize(1);
    }

    @Test
    void theDeadlineIsReached() {
        Stage stage = stage(Status.IN_PROGRESS);
        assertThat(stage.run("apply", "--auto-approve", "--wait", "1m").code()).isEqualTo(3);
    }

    @Test
    void aPersonIsNeeded() {
        assertThat(stage(Status.ENDED).run("apply", "--auto-approve").code()).isEqualTo(4);
    }

    @Test
    void aStoppedRunSaysSo() {
        Stage stage = stage(Status.NEEDS_PROOF);
        stage.time.stop();
        assertThat(stage.run("plan").code()).isEqualTo(130);
        assertThat(stage.provider.observed()).isEmpty();
    }

    static Stream<Arguments> misunderstood() {
        return Stream.of(
                Arguments.of(List.of("pln"), 64, "Did you mean \"plan\"?"),
                Arguments.of(List.of("plan", "--detailed-exit-code"), 64, "Did you mean \"--detailed-exitcode\"?"),
                Arguments.of(
                        List.of("plan", "--target", "fake_verification.b"),
                        64,
                        "Did you mean \"fake_verification.a\"?"),
                Arguments.of(List.of("plan", "--parallelism", "0"), 64, "it must be from 1 to 1024"),
                Arguments.of(List.of("plan", "--report", "pdf=x"), 64, "there is no format \"pdf\"; there are json,"),
                Arguments.of(
                        List.of("plan", "--report", "junit"), 64, "the file is missing, as in --report junit=FILE"),
                Arguments.of(
                        List.of("plan", "--report", "json=x", "--report", "sarif=./x"), 64, "another --report writes"),
                Arguments.of(List.of("plan", "--evidence", "some"), 64, "expected one of [none, unmet, all]"),
                Arguments.of(List.of("plan", "--evidence=all", "--evidence-in", "e.json"), 64, "exclude each other"),
                Arguments.of(List.of("apply", "--evidence-in", "e.json"), 64, "must rest on a fresh look"),
                Arguments.of(List.of("plan", "--evidence-in", "e.json"), 1, "There is no file"),
                Arguments.of(List.of("plan", "--evidence-in", "."), 1, "Evidence not readable"),
                Arguments.of(List.of("plan", "--evidence-out", "none/e.json"), 1, "does not exist"),
                Arguments.of(List.of("plan", "--evidence-out", "a.yaml"), 64, "that is a manifest"),
                Arguments.of(
                        List.of("plan", "--force-retry", "fake_verification.b"),
                        64,
                        "Did you mean \"fake_verification.a\"?"),
                Arguments.of(
                        List.of("plan", "--force-retry", "fake_verification.b a.example.com"),
                        64,
                        "\"fake_verification.b a.example.com\" matches no address."),
                Arguments.of(List.of("apply", "none.plan", "--force-retry", "*"), 64, "belong to ascertain plan"),
                Arguments.of(List.of("apply", "--wait", "soon"), 64, "write it as 90s, 10m or 1h30m"),
                Arguments.of(List.of("apply", "--wait=1m", "--no-wait"), 64, "exclude each other"),
                Arguments.of(List.of("plan", "--out", "none/plan.json"), 1, "does not exist"),
                Arguments.of(List.of("plan", "--report", "json=none/r.json"), 1, "does not exist"),
                Arguments.of(List.of("plan", "none.yaml"), 78, "none.yaml"),
                Arguments.of(List.of("plan", "--out"), 64, "Missing required parameter for option '--out' (FILE)"),
                Arguments.of(List.of("plan", "--parallelism", "x"), 64, "'x' is not an int"),
                Arguments.of(List.of("plan", "--color", "pink"), 64, "expected one of [auto, always, never]"),
                Arguments.of(List.of("apply", "--input=no"), 64, "'no' is not a boolean"),
                Arguments.of(List.of("show"), 64, "Missing required parameter: 'PLANFILE'"),
                Arguments.of(List.of("show", "a", "b"), 64, "\"ascertain show\" does not take \"b\"."),
                Arguments.of(List.of("show", "none.json"), 1, "There is no file"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misunderstood")
    void badInputGetsAClearMessageAndItsCode(List<String> words, int code, String part) {
        Stage stage = stage(Status.NEEDS_PROOF);
        Run run = stage.run(words.toArray(String[]::new));
        assertThat(run.err()).startsWith("Error: ").contains(part).doesNotContain("\tat ");
        assertThat(run.code()).isEqualTo(code);
        assertThat(stage.provider.observed()).isEmpty();
    }

    @Test
    void everyCommandExplainsItself() {
        Stage stage = new Stage(folder);
        for (String command : List.of(
                "init",
                "import",
                "validate",
                "plan",
                "apply",
                "explain",
                "records",
                "show",
                "providers",
                "version",
                "schema",
                "completion")) {
            Run run = stage.run(command, "--help");
            assertThat(run.code()).as(command).isZero();
            Golden.check("help-" + command + ".txt", run.out());
            assertThat(stage.run("help", command).out()).isEqualTo(run.out());
        }
        Golden.check("help.txt", stage.run("--help").out());
    }

    @Test
    void initNeverOverwrites() {
        Stage stage = new Stage(folder);
        assertThat(stage.run("init", "new").code()).isZero();
        Run again = stage.run("init", "new");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("is there already, and is never overwritten");
    }

    @Test
    void providersAreToldOffline() {
        Golden.check("providers.txt", new Stage(folder).run("providers").out());
        Golden.check(
                "providers-schema.json",
                new Stage(folder).run("providers", "schema", "-json").out());
    }

    @Test
    void noCanaryAppearsAnywhere() throws IOException {
        Stage stage = stage(Status.NEEDS_PROOF);
        stage.environment.put("ASCERTAIN_LOG", "trace");
        Run run = stage.run("plan", "--verbose", "--out", "plan.json", "--json-into", "events.json");
        assertThat(run.out()
                        + run.err()
                        + Files.readString(folder.resolve("plan.json"))
                        + Files.readString(folder.resolve("events.json")))
                .doesNotContain(Stage.CANARY);
    }

    @Test
    void aClosedOutputEndsQuietly() {
        Stage stage = stage(Status.VERIFIED);
        var closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        var err = new java.io.ByteArrayOutputStream();
        int code = Ascertain.run(
                new Surroundings(
                        stage.environment::get,
                        folder,
                        new Keyboard(InputStream.nullInputStream()),
                        new Outlet(closed, () -> {}),
                        new Outlet(err, () -> {}),
                        Surroundings.Window.NONE,
                        stage.time,
                        ZoneId.of("UTC"),
                        stage.time,
                        List::of,
                        Surroundings.Outlook.NONE),
                "version");
        assertThat(code).isEqualTo(141);
        assertThat(err.toString()).isEmpty();
    }

    private Stage stage(Status status) {
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", FakeProvider.live("a.example.com", status));
        return stage;
    }
}

package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ascertain.cli.Stage.Run;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.testkit.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What closes a gate, and the line that says why. */
class GateTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    static Stream<Arguments> gates() {
        return Stream.of(
                Arguments.of(Status.VERIFIED, "--fail-on=unmet,blocked,dead,unobservable,warning", 0, ""),
                Arguments.of(Status.NEEDS_PROOF, "--fail-on=blocked,dead", 0, ""),
                Arguments.of(
                        Status.NEEDS_PROOF,
                        "--fail-on=unmet",
                        2,
                        "Exit 2: 1 verification is not as expected (--fail-on)."),
                Arguments.of(
                        Status.NEEDS_PROOF,
                        "--detailed-exitcode",
                        2,
                        "Exit 2: 1 verification is not as expected (--detailed-exitcode)."),
                Arguments.of(Status.ENDED, "--fail-on=dead", 2, "Exit 2: 1 verification is dead (--fail-on)."),
                Arguments.of(
                        Status.ENDED,
                        "--fail-on=unmet,dead",
                        2,
                        "Exit 2: 1 verification is not as expected, 1 is dead (--fail-on)."));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("gates")
    void ofAPlan(Status status, String option, int code, String last) {
        Run run = stage(status).run("plan", option);
        assertThat(run.code()).isEqualTo(code);
        if (code == 0) {
            assertThat(run.out()).doesNotContain("Exit ");
        } else {
            assertThat(run.out().lines().toList()).endsWith(last);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "deadline<48h, 2, Exit 2: 1 verification has a deadline in less than 48h (--fail-on).",
        "deadline<47h, 0, Plan: 1 to wait for.",
        "expires<1d12h, 2, Exit 2: 1 verification expires in less than 1d12h (--fail-on).",
        "expires<36h, 2, Exit 2: 1 verification expires in less than 36h (--fail-on).",
        "expires<35h, 0, Plan: 1 to wait for."
    })
    void ofTime(String condition, int code, String told) {
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", scheduled(stage));
        Run run = stage.run("plan", "--fail-on", condition);
        assertThat(run.out()).contains(told + "\n");
        assertThat(run.code()).isEqualTo(code);
    }

    @Test
    void bothOptionsAreNamed() {
        Run run = stage(Status.NEEDS_PROOF).run("plan", "--quiet", "--detailed-exitcode", "--fail-on", "unmet");
        assertThat(run).isEqualTo(new Run(2, """
                        Plan: 1 to retry.
                        Exit 2: 1 verification is not as expected (--detailed-exitcode), 1 is not as expected (--fail-on).
                        """, ""));
    }

    @Test
    void oneOfSeverityWarningCountsOnlyWithWarning() {
        Stage stage = stage(Status.NEEDS_PROOF).manifest("a.yaml", """
                        ascertain: 1
                        verifications:
                          - {type: fake_verification, name: a, place: a, severity: warning}
                        """);
        assertThat(stage.run("plan", "--fail-on", "unmet,blocked").code()).isZero();
        Run run = stage.run("plan", "--fail-on", "warning");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).endsWith("\nExit 2: 1 verification has a warning (--fail-on).\n");
    }

    @Test
    void whatCouldNotBeReadComesBeforeTheGate() {
        Stage stage = new Stage(folder).manifest();
        stage.provider.fails(
                "a",
                ProviderException.of(ProviderException.Kind.UNAVAILABLE, "Fake answered 503.")
                        .build());
        Run run = stage.run("plan", "--fail-on", "unobservable,unmet");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).endsWith("\nExit 1: 1 verification could not be read.\n");
    }

    @Test
    void anUnknownConditionIsToldBeforeAnythingIsAsked() {
        Stage stage = stage(Status.NEEDS_PROOF);
        Run run = stage.run("plan", "--fail-on", "unmet,blokced");
        assertThat(run).isEqualTo(new Run(64, "", """
                        Error: Invalid condition

                          --fail-on "blokced": there is no such condition. Did you mean "blocked"?
                          There are unmet, blocked, dead, unobservable, warning, deadline<48h and expires<21d; commas separate them.

                        """));
        assertThat(stage.provider.observed()).isEmpty();
    }

    static Stream<Arguments> applies() {
        return Stream.of(
                Arguments.of(Status.IN_PROGRESS, 3, "Exit 3: 1 verification is not as expected yet."),
                Arguments.of(Status.ENDED, 4, "Exit 4: 1 verification needs a person."));
    }

    @ParameterizedTest
    @MethodSource("applies")
    void ofAnApply(Status status, int code, String last) {
        Run run = stage(status).run("apply", "--auto-approve", "--wait=1m");
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out().lines().toList()).endsWith(last);
    }

    @Test
    void theLastEventHasTheReason() throws IOException {
        Run run = stage(Status.ENDED).run("plan", "--json", "--fail-on", "dead");
        assertThat(end(run).at("/exit_code").asInt()).isEqualTo(2);
        assertThat(end(run).at("/exit_reason").asText()).isEqualTo("1 verification is dead (--fail-on)");
        Run refused = stage(Status.ENDED).run("plan", "--json", "--fail-on", "gone");
        assertThat(end(refused).at("/exit_reason").asText()).isEqualTo("Invalid condition");
        Run met = stage(Status.VERIFIED).run("plan", "--json", "--fail-on", "dead");
        assertThat(end(met).has("exit_reason")).isFalse();
    }

    private JsonNode end(Run run) throws IOException {
        List<String> lines = run.out().lines().toList();
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../../schemas/events.schema.json")), InputFormat.JSON);
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
        return JSON.readTree(lines.getLast());
    }

    /** One that waits for two days less a second, and whose certificate expires a second before a day and a half. */
    private static LiveVerification scheduled(Stage stage) {
        LiveVerification plain = FakeProvider.live("a.example.com", Status.IN_PROGRESS);
        var now = stage.time.instant();
        return new LiveVerification(
                plain.id(),
                plain.label(),
                plain.attributes(),
                plain.status(),
                List.of(),
                List.of(),
                List.of(),
                new Schedule(
                        null,
                        null,
                        now.plus(Duration.ofHours(48)).minusSeconds(1),
                        null,
                        now.plus(Duration.ofHours(36)).minusSeconds(1),
                        false));
    }

    private Stage stage(Status status) {
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", FakeProvider.live("a.example.com", status));
        return stage;
    }
}

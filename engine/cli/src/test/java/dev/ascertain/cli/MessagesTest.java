package dev.ascertain.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.ascertain.cli.Stage.Run;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Status;
import dev.ascertain.testkit.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of whole runs: what is sent, when nothing is, and that an address is told nowhere. */
class MessagesTest {
    private static final String CANARY = "canary-of-slack";

    @TempDir
    Path folder;

    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

    @BeforeEach
    void start() {
        server.start();
        answers(aResponse().withStatus(200).withBody("ok"));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aPlanIsSentToBoth() throws IOException {
        Run run = stage(Status.NEEDS_PROOF)
                .run("plan", "--detailed-exitcode", "--report", "slack=env:HOOK", "--report", "webhook=" + address());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEmpty();
        JsonNode slack = sent().getFirst();
        assertThat(slack.at("/blocks/0/text/text").asText()).isEqualTo("Plan: 1 to retry.");
        assertThat(slack.at("/blocks/1/elements/0/text").asText())
                .isEqualTo("Exit 2: 1 verification is not as expected (--detailed-exitcode).");
        assertThat(slack.at("/blocks/2/text/text").asText()).isEqualTo("""
                        *Retry: 1*
                        • `fake_verification.a  a.example.com` – Fake waits for the proof; nothing in its answer stands in\
                         the way of a check.
                           Next: ask Fake to check (place a, a.example.com)""");
        JsonNode webhook = sent().getLast();
        assertFits(webhook);
        assertThat(webhook.get("exit_reason").asText())
                .isEqualTo("1 verification is not as expected (--detailed-exitcode)");
        assertThat(webhook.at("/changes/0/address").asText()).isEqualTo("fake_verification.a");
    }

    @ParameterizedTest(name = "{0} then {1}")
    @CsvSource({
        "VERIFIED,    NEEDS_PROOF, lost, 1 was met and is lost.",
        "NEEDS_PROOF, VERIFIED,    fixed, 1 fixed.",
        "NEEDS_PROOF, ENDED,       '', ''",
        "VERIFIED,    VERIFIED,    '', ''"
    })
    void onlyWhatHasChangedIsSent(Status before, Status now, String since, String summary) throws IOException {
        stage(before).run("plan", "--report", "json=last.json");
        Files.writeString(folder.resolve("slack.json"), "an old message");
        Run run = stage(now)
                .run(
                        "plan",
                        "--report",
                        "webhook=" + address(),
                        "--report",
                        "slack=slack.json",
                        "--since",
                        "last.json");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        if (since.isEmpty()) {
            assertThat(sent()).isEmpty();
            assertThat(folder.resolve("slack.json")).doesNotExist();
            assertThat(run.out())
                    .contains("Nothing has changed since last.json: nothing was sent to localhost.\n")
                    .contains("Nothing has changed since last.json: there is no message in slack.json.\n");
            return;
        }
        assertThat(sent()).hasSize(1).allSatisfy(MessagesTest::assertFits);
        assertThat(sent().getFirst().at("/changes/0/since").asText()).isEqualTo(since);
        assertThat(sent().getFirst().at("/since/summary").asText()).isEqualTo(summary);
        assertThat(Files.readString(folder.resolve("slack.json"))).contains("Since `last.json`: " + summary);
    }

    @Test
    void anApplyIsComparedToo() {
        stage(Status.NEEDS_PROOF).run("plan", "--report", "json=last.json");
        stage(Status.VERIFIED)
                .run(
                        "apply",
                        "--auto-approve",
                        "--report",
                        "webhook=env:HOOK",
                        "--since",
                        "last.json",
                        "--report",
                        "json=last.json");
        assertThat(sent()).hasSize(1).allSatisfy(MessagesTest::assertFits);
        assertThat(sent().getFirst().get("command").asText()).isEqualTo("apply");
        assertThat(sent().getFirst().at("/since/fixed").asInt()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadAnyMoreIsNews() {
        stage(Status.VERIFIED).run("plan", "--report", "json=last.json");
        Stage stage = new Stage(folder).manifest().with("HOOK", address());
        stage.provider.fails(
                "a",
                ProviderException.of(ProviderException.Kind.UNAVAILABLE, "Fake is down.")
                        .build());
        Run run = stage.run("plan", "--report", "webhook=env:HOOK", "--since", "last.json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(sent().getFirst().at("/since/unread").asInt()).isEqualTo(1);
        assertThat(sent().getFirst().at("/changes/0/since").asText()).isEqualTo("unread");
    }

    @Test
    void aRunThatComesToNoResultIsNews() {
        Stage stage = stage(Status.VERIFIED).manifest("a.yaml", "ascertain: 1\nverifications: [{type: nonsense}]\n");
        Run run = stage.run("plan", "--report", "webhook=env:HOOK", "--report", "slack=env:HOOK");
        assertThat(run.code()).isEqualTo(78);
        assertFits(sent().getFirst());
        assertThat(sent().getFirst().get("exit_code").asInt()).isEqualTo(78);
        assertThat(sent().getFirst().get("complete").asBoolean()).isFalse();
        assertThat(sent().getLast().get("text").asText()).isEqualTo("Plan: no result.");
    }

    @Test
    void whatWasNotApprovedIsSentOnceAsPlanned() {
        Run run = stage(Status.NEEDS_PROOF).run("apply", "--report", "webhook=env:HOOK");
        assertThat(run.code()).isEqualTo(5);
        assertThat(sent()).hasSize(1);
        assertThat(sent().getFirst().get("command").asText()).isEqualTo("plan");
        assertThat(sent().getFirst().get("exit_code").asInt()).isEqualTo(5);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"plan, --detailed-exitcode, 2", "apply, --auto-approve, 4"})
    void aFailureIsToldAndFailsNothing(String command, String option, int code) throws IOException {
        answers(aResponse().withStatus(404).withBody("no_service"));
        Run run = stage(Status.ENDED)
                .run(
                        command,
                        option,
                        "--report",
                        "slack=env:HOOK",
                        "--report",
                        "json=r.json",
                        "--json-into",
                        "e.jsonl");
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).endsWith("""
                Warning: Message not sent

                  localhost answered 404 (no_service).
                  The run and its exit code are as they are without it.

                """);
        assertThat(folder.resolve("r.json")).exists();
        assertThat(Files.readString(folder.resolve("e.jsonl"))).contains("\"summary\":\"Message not sent\"");
        assertSecret(run);
    }

    @Test
    void aFailureIsToldAlsoWhereOnlyTheResultIs() {
        answers(aResponse().withStatus(500));
        Run run = stage(Status.ENDED).run("plan", "-q", "--report", "webhook=" + address());
        assertThat(run).isEqualTo(new Run(0, "Plan: 1 needs you.\n", """
                Warning: Message not sent

                  localhost answered 500.
                  The run and its exit code are as they are without it.

                """));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 404, 500})
    void theAddressIsToldNowhere(int status) throws IOException {
        answers(aResponse().withStatus(status).withBody("/services/" + CANARY));
        Run run = stage(Status.ENDED)
                .with("ASCERTAIN_LOG", "trace")
                .run(
                        "plan",
                        "--verbose",
                        "--out",
                        "a.plan",
                        "--json-into",
                        "e.jsonl",
                        "--report",
                        "json=r.json",
                        "--report",
                        "webhook=w.json",
                        "--report",
                        "slack=env:HOOK",
                        "--report",
                        "webhook=" + address());
        assertThat(sent()).hasSizeGreaterThanOrEqualTo(2);
        assertSecret(run);
        assertSecret(stage(Status.ENDED)
                .with("ASCERTAIN_LOG", "trace")
                .run("apply", "a.plan", "--json", "--report", "slack=" + address()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slack=http://hooks.example/canary-of-slack | slack: with http:// the address could be read on the way, so that is accepted for this machine only (localhost, 127.0.0.1, [::1]); use https://; write it like https://hooks.slack.com/services/…, or env:NAME for the environment variable that holds it.",
                "webhook=ftp://hooks.example/canary-of-slack | webhook: an address begins with https:// here; write it like https://hooks.slack.com/services/…, or env:NAME for the environment variable that holds it.",
                "slack=env:NOWHERE | slack=env:NOWHERE: that variable is not set, or is empty; let it hold the address to send to.",
                "slack=env:BAD | slack: an address begins with https:// here; write it like https://hooks.slack.com/services/…, or env:NAME for the environment variable that holds it.",
                "json=https://hooks.example/canary-of-slack | json: that is written into a file; only slack and webhook are sent to an address.",
                "json=env:HOOK | json: that is written into a file; only slack and webhook are sent to an address."
            })
    void whatIsNoGoalIsToldBeforeAnythingIsAsked(String report, String why) throws IOException {
        Stage stage = stage(Status.VERIFIED).with("BAD", "gopher://" + CANARY);
        Run run = stage.run("plan", "--report", report);
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).isEqualTo("Error: Unknown report\n\n  --report " + why + "\n");
        assertThat(stage.provider.observed()).isEmpty();
        assertSecret(run);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--report=slak=https://hooks.example/canary-of-slack",
                "--report=https://hooks.example/canary-of-slack?a=b",
                "--reprot=slack=https://hooks.example/canary-of-slack"
            })
    void aMisspeltReportDoesNotGiveItsAddressAway(String word) throws IOException {
        Run run = stage(Status.VERIFIED).run("plan", word);
        assertThat(run.code()).isEqualTo(64);
        assertSecret(run);
    }

    @Test
    void sinceNeedsAMessage() {
        Run run = stage(Status.VERIFIED).run("plan", "--since", "last.json", "--report", "json=a.json");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err())
                .isEqualTo(
                        "Error: Invalid options\n\n  --since belongs to --report slack=… or --report webhook=…, and there is none.\n\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nonsense | is no plan file and no JSON report of a plan or an apply",
                "{\"format_version\":\"1.0\",\"changes\":[{\"address\":\"a\" | ends in the middle: it was not copied wholly",
                "{\"format_version\":\"2.0\"} | has another format version than this Ascertain knows, which is 1"
            })
    void whatIsNoEarlierReportIsToldBeforeAnythingIsAsked(String content, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("last.json"), content);
        Stage stage = stage(Status.VERIFIED);
        Run run = stage.run("apply", "--auto-approve", "--report", "slack=env:HOOK", "--since", "last.json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("Error: Nothing to compare with\n\n  " + file + " " + why + ".\n");
        assertThat(stage.provider.observed()).isEmpty();
        assertThat(sent()).isEmpty();
    }

    private Stage stage(Status status) {
        Stage stage = new Stage(folder).manifest().with("HOOK", address());
        stage.provider.shows("a", FakeProvider.live("a.example.com", status));
        return stage;
    }

    private String address() {
        return "http://localhost:" + server.port() + "/services/" + CANARY;
    }

    private void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(post(anyUrl()).willReturn(answer));
    }

    private List<JsonNode> sent() {
        return server.findAll(postRequestedFor(anyUrl())).stream()
                .map(LoggedRequest::getBodyAsString)
                .map(MessagesTest::json)
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }

    private static void assertFits(JsonNode message) {
        try {
            StrictSchema.of("webhook").accepts(message.toString());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void assertSecret(Run run) throws IOException {
        assertThat(run.out() + run.err()).isNotEmpty().doesNotContain(CANARY);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(CANARY);
            }
        }
    }
}

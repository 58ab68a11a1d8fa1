package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ascertain.cli.Stage.Run;
import dev.ascertain.evidence.EvidenceJson;
import dev.ascertain.sandbox.Scenario;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was seen is saved and replayed; what cannot be seen is told, and hinders nobody. */
class EvidenceFilesTest {
    private static final Path SCENARIOS = Path.of("../../examples/sandbox/scenarios/evidence");
    private static final String SHOP = "{type: cloudflare_ssl_verification, name: shop, zone: shop.example}";
    private static final String CANARY = "canary-cloudflare-token";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"txt-missing", "caa-forbids", "negative-cached", "ns-out-of-sync", "token-not-served", "ready"})
    void aReplayPlansTheSameAndAsksNobody(String scenario) throws IOException {
        try (var cloud = rehearsal(scenario)) {
            Run live = cloud.run("plan", "--out", "live.plan", "--evidence-out", "seen.json");
            int asked = cloud.questions().size();
            int visited = cloud.visits().size();
            cloud.stage.environment.put("SANDBOX_DNS_PORT", Integer.toString(closedPort()));
            Run replay = cloud.run(
                    "plan", "--out", "replay.plan", "--evidence-in", "seen.json", "--evidence-out", "again.json");
            assertThat(replay)
                    .isEqualTo(new Run(live.code(), live.out().replace("live.plan", "replay.plan"), live.err()));
            assertThat(comparable("replay.plan")).isEqualTo(comparable("live.plan"));
            assertThat(folder.resolve("again.json")).hasSameTextualContentAs(folder.resolve("seen.json"));
            assertThat(cloud.questions()).hasSize(asked);
            assertThat(cloud.visits()).hasSize(visited);
        }
    }

    @Test
    void noTokenOfAnAccountIsInWhatIsSavedOrShown() throws IOException {
        String world =
                Files.readString(SCENARIOS.resolve("txt-missing.yaml")).replace("rehearsal-cloudflare-token", CANARY);
        try (var cloud = Rehearsal.of(folder, world).looking().manifest(SHOP)) {
            cloud.stage.environment.put("ASCERTAIN_LOG", "trace");
            for (String words : List.of(
                    "plan --verbose --out a.plan --evidence-out plan.json",
                    "apply --auto-approve --evidence-out apply.json --json-into apply.jsonl",
                    "explain * --evidence-out explain.json",
                    "explain * --json",
                    "explain * --for operator",
                    "records --format json --evidence-out records.json")) {
                Run run = cloud.run(words.split(" "));
                assertThat(run.out()).isNotEmpty();
                assertThat(run.out() + run.err()).doesNotContain(CANARY);
            }
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.toList())
                        .hasSize(7)
                        .allSatisfy(file -> assertThat(file).content().doesNotContain(CANARY));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plan    | garbage | cannot be judged by:",
                "plan    |         | cannot be judged by:",
                "plan    | {}      | cannot be judged by:",
                "plan    | -       | There is no file ",
                "records | garbage | cannot be judged by:",
                "explain | -       | There is no file "
            })
    void aFileThatIsNoEvidenceIsRefusedBeforeAnythingIsAsked(String command, String content, String why)
            throws IOException {
        try (var cloud = rehearsal("ready")) {
            if (!"-".equals(content)) {
                Files.writeString(folder.resolve("seen.json"), content == null ? "" : content);
            }
            String[] words = command.equals("explain")
                    ? new String[] {"explain", "*", "--evidence-in", "seen.json"}
                    : new String[] {command, "--evidence-in", "seen.json"};
            Run run = cloud.run(words);
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("Error: Evidence not readable")
                    .contains(why, "Nothing was asked. Evidence is saved by: ascertain plan --evidence-out FILE.")
                    .doesNotContain("Exception");
            assertThat(cloud.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plan      | nothing in its answer stands in the way of a check.",
                "explain * | Whether it is published could not be seen from here.",
                "records   | Records: 1 not looked for."
            })
    void whereNoNameServerAnswersTheProviderDecidesAndThatIsToldOnce(String words, String said) throws IOException {
        try (var cloud = rehearsal("txt-missing")) {
            String closed = Integer.toString(closedPort());
            cloud.stage.environment.put("SANDBOX_DNS_PORT", closed);
            cloud.stage.environment.put("ASCERTAIN_RESOLVERS", "127.0.0.51:" + closed + ",127.0.0.52:" + closed);
            Run run = cloud.run((words + " --evidence-out seen.json").split(" "));
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains(said)
                    .doesNotContainIgnoringCase("zone example\n")
                    .doesNotContain("zone example:");
            assertThat(run.err()).isEqualTo("""
                    Warning: Not all could be seen

                      No name server of the root answers: there is no way out for DNS questions (port 53), so what the authoritative servers say is not known.

                    """);
            assertThat(cloud.questions()).isEmpty();
            try (var saved = Files.newInputStream(folder.resolve("seen.json"))) {
                assertThat(EvidenceJson.read(saved).limits()).isNotEmpty();
            }
        }
    }

    private Rehearsal rehearsal(String scenario) throws IOException {
        return Rehearsal.of(folder, Scenario.read(SCENARIOS.resolve(scenario + ".yaml")))
                .looking()
                .manifest(SHOP);
    }

    private JsonNode comparable(String plan) throws IOException {
        var tree = (ObjectNode) JSON.readTree(folder.resolve(plan).toFile());
        return tree.without(List.of("id", "digest", "created_at", "expires_at"));
    }

    private static int closedPort() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

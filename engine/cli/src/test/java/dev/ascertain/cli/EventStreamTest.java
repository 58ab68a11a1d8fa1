package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ascertain.cli.Stage.Run;
import dev.ascertain.sandbox.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events, text and exit code of the quickstart's world: every line fits the schema, and none says otherwise. */
class EventStreamTest {
    private static final Path QUICKSTART = Path.of("../../examples/quickstart");
    private static final String MANIFEST =
            QUICKSTART.resolve("shop.yaml").toAbsolutePath().toString();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Rehearsal cloud;
    private Schema schema;

    @BeforeEach
    void start() throws IOException {
        cloud = Rehearsal.of(folder, Scenario.read(QUICKSTART.resolve("world.yaml")));
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../../schemas/events.schema.json")), InputFormat.JSON);
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void ofAPlan() throws IOException {
        Run plan = cloud.run("plan", "--json", "--detailed-exitcode", MANIFEST);
        assertThat(plan.err()).isEmpty();
        assertThat(plan.code()).isEqualTo(2);
        List<JsonNode> events = events(plan.out(), plan.code());
        assertThat(types(events)).containsOnlyOnce("version").contains("observe_start", "observe_complete");
        assertThat(ofType(events, "planned_change"))
                .extracting(event -> event.at("/change/action").asText())
                .containsExactly("none", "retry", "retry", "wait", "manual", "none", "none", "retry", "none");
        assertThat(events.getLast().at("/@message").asText())
                .isEqualTo("Plan: 3 to retry, 1 to wait for, 1 needs you, 4 as expected.");
    }

    @Test
    void ofAnApply() throws IOException {
        Run apply = cloud.run("apply", "--json", "--auto-approve", MANIFEST);
        assertThat(apply.err()).isEmpty();
        assertThat(apply.code()).isEqualTo(4);
        List<JsonNode> events = events(apply.out(), apply.code());
        assertThat(types(events)).contains("apply_start", "apply_progress", "apply_complete");
        assertThat(ofType(events, "outcome"))
                .extracting(event -> event.at("/outcome/result").asText())
                .containsExactly("met", "met", "unchanged", "met", "needs_person", "met", "met", "met", "met");
        assertThat(ofType(events, "apply_start")).as("one for each call").hasSameSizeAs(cloud.triggers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "apply --auto-approve"})
    void aFileOfEventsStandsBesideTheText(String command) throws IOException {
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--json-into", "events.jsonl", MANIFEST));
        Run run = cloud.run(words.toArray(String[]::new));
        List<JsonNode> events = events(Files.readString(folder.resolve("events.jsonl")), run.code());
        assertThat(run.out().lines()).contains(events.getLast().at("/@message").asText());
    }

    @Test
    void oneThatIsTargetedIsAllThatIsTold() throws IOException {
        Run plan =
                cloud.run("plan", "--json", "--target", "*.campaign*", "--exclude", "*[\"autumn.example\"]", MANIFEST);
        assertThat(ofType(events(plan.out(), plan.code()), "planned_change"))
                .extracting(event -> event.at("/change/address").asText())
                .containsExactly("cloudflare_ssl_verification.campaign[\"spring.example\"]");
        assertThat(cloud.requests("/ssl/verification")).hasSize(1);
    }

    private List<JsonNode> events(String lines, int code) throws IOException {
        var events = new ArrayList<JsonNode>();
        for (String line : lines.lines().toList()) {
            assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
            events.add(JSON.readTree(line));
        }
        assertThat(events.getFirst().at("/type").asText()).isEqualTo("version");
        assertThat(events.getLast().at("/type").asText()).isEqualTo("change_summary");
        assertThat(events.getLast().at("/exit_code").asInt()).isEqualTo(code);
        return events;
    }

    private static List<JsonNode> ofType(List<JsonNode> events, String type) {
        return events.stream()
                .filter(event -> event.at("/type").asText().equals(type))
                .toList();
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.at("/type").asText()).toList();
    }
}

package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ascertain.cli.Stage.Run;
import dev.ascertain.cli.view.Golden;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.testkit.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The event stream and the plan file, against their schemas and golden files. */
class EventsTest {
    private static final Path SCHEMAS = Path.of("../../schemas");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    @TempDir
    Path folder;

    @Test
    void ofAnApply() throws IOException {
        Stage stage = new Stage(folder).manifest();
        stage.provider
                .shows("a", FakeProvider.live("a.example.com", Status.NEEDS_PROOF))
                .showsAfterTrigger("a", FakeProvider.live("a.example.com", Status.VERIFIED));
        Run run = stage.run("apply", "--auto-approve", "--json", "--report", "json=report.json");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        Schema schema = schema("events.schema.json");
        assertThat(run.out().lines())
                .allSatisfy(line ->
                        assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
        String shown = run.out().replace(folder.toString(), "FOLDER");
        Golden.check("events-apply.jsonl", shown);
        Golden.check(
                "report-apply.json",
                ID.matcher(Files.readString(folder.resolve("report.json")))
                        .replaceAll("ID")
                        .replace(folder.toString(), "FOLDER"));
    }

    @Test
    void ofABadManifest() throws IOException {
        Stage stage = new Stage(folder).manifest("a.yaml", "ascertain: 1\nverifictions: []\n");
        Run run = stage.run("plan", "--json");
        assertThat(run.code()).isEqualTo(78);
        assertThat(run.err()).isEmpty();
        Schema schema = schema("events.schema.json");
        assertThat(run.out().lines())
                .hasSizeGreaterThan(1)
                .allSatisfy(line ->
                        assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
    }

    @Test
    void aPlanFileFitsItsSchema() throws IOException {
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", FakeProvider.live("a.example.com", Status.NEEDS_PROOF));
        stage.run("plan", "--out", "plan.json");
        Schema schema = schema("plan.schema.json");
        assertThat(schema.validate(Files.readString(folder.resolve("plan.json")), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(
                        Files.readString(Path.of("../core/src/test/resources/golden/plan.json")), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{\"format_version\":\"1.0\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void anExplanationAndRecordsFitTheirSchemas() throws IOException {
        Stage stage = new Stage(folder).manifest();
        LiveVerification plain = FakeProvider.live("a.example.com", Status.NEEDS_PROOF);
        stage.provider.shows(
                "a",
                new LiveVerification(
                        plain.id(),
                        plain.label(),
                        plain.attributes(),
                        plain.status(),
                        List.of(),
                        List.of(
                                new Challenge.Txt("_a.example.com", "x", null),
                                new Challenge.HttpFile("http://a.example.com/x", "x", null),
                                new Challenge.Email("a@example.com", "", null)),
                        List.of(),
                        Schedule.UNKNOWN));
        assertThat(schema("explanation.schema.json")
                        .validate(stage.run("explain", "*", "--json").out(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema("records.schema.json")
                        .validate(stage.run("records", "--format", "json").out(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema("records.schema.json").validate("{\"format_version\":\"1.0\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    private static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMAS.resolve(name)), InputFormat.JSON);
    }
}

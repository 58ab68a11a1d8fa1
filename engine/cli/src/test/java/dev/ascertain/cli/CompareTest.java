package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ascertain.cli.Stage.Run;
import dev.ascertain.spi.Status;
import dev.ascertain.testkit.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan beside an earlier run. */
class CompareTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "VERIFIED,    NEEDS_PROOF, 1 was met and is lost., lost",
        "NEEDS_PROOF, ENDED,       1 still not as expected., still",
        "NEEDS_PROOF, VERIFIED,    1 fixed., fixed",
        "VERIFIED,    VERIFIED,    no difference., ''"
    })
    void tellsWhatBecameOfIt(Status before, Status now, String told, String word) throws IOException {
        stage(before).run("plan", "--report", "json=last.json");
        Run run = stage(now).run("plan", "--compare", "last.json", "--json-into", "events.jsonl");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Compared with last.json: " + told);
        String events = Files.readString(folder.resolve("events.jsonl"));
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../../schemas/events.schema.json")), InputFormat.JSON);
        assertThat(events.lines())
                .allSatisfy(line ->
                        assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
        assertThat(events.contains("\"compared\":\"" + word + "\"")).isEqualTo(!word.isEmpty());
    }

    @Test
    void theSectionStandsBeforeTheSummary() {
        stage(Status.VERIFIED).run("plan", "--out", "last.plan");
        assertThat(stage(Status.NEEDS_PROOF)
                        .run("plan", "--compare", "last.plan")
                        .out())
                .isEqualTo("""
                          ~ fake_verification.a  a.example.com                            retry, was met
                              state                "needs_proof"  expected "verified"
                              why   Fake waits for the proof; nothing in its answer stands in the way of a check.
                              next  ask Fake to check (place a, a.example.com)

                        Compared with last.plan: 1 was met and is lost.
                              lost  fake_verification.a  a.example.com

                        Plan: 1 to retry.
                        Run "ascertain apply" to ask for 1 check.
                        """);
    }

    @Test
    void whatTheEarlierRunDidNotKnowIsNewAndWhatIsLeftOutIsGone() throws IOException {
        Files.writeString(folder.resolve("last.json"), """
                {"format_version":"1.7","x":{"changes":[]},"outcomes":[
                {"address":"fake_verification.b","instance":"","result":"needs_person","planned_action":"manual"}]}""");
        assertThat(stage(Status.NEEDS_PROOF)
                        .run("plan", "--compare", "last.json")
                        .out())
                .contains("retry, new\n")
                .contains("Compared with last.json: 1 new, 1 not in this plan any more.\n");
    }

    @Test
    void theReportOfAnApplyIsAnEarlierRunToo() {
        Stage before = stage(Status.ENDED);
        before.run("apply", "--auto-approve", "--report", "json=last.json");
        assertThat(stage(Status.VERIFIED).run("plan", "--compare", "last.json").out())
                .contains("Compared with last.json: 1 fixed.\n      fixed fake_verification.a  a.example.com\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nonsense | is no plan file and no JSON report of a plan or an apply",
                "{} | is no plan file and no JSON report of a plan or an apply",
                "[1] | is no plan file and no JSON report of a plan or an apply",
                "{\"format_version\":\"1.0\",\"links\":[]} | is no plan file and no JSON report of a plan or an apply",
                "{\"format_version\":\"1.0\",\"changes\":[7]} | is no plan file and no JSON report of a plan or an apply",
                "{\"format_version\":\"1.0\",\"changes\":[{\"address\":\"a\",\"action\":\"none\"} | ends in the middle: it was not copied wholly",
                "{\"format_version\":\"2.0\"} | has another format version than this Ascertain knows, which is 1",
                "{\"format_version\":\"1.0\",\"changes\":[{\"address\":\"a\",\"action\":\"x\"}]} | holds an action that this Ascertain does not know"
            })
    void whatIsNoReportIsToldBeforeAnythingIsAsked(String content, String why) throws IOException {
        Path file = folder.resolve("last.json");
        Files.writeString(file, content);
        Stage stage = stage(Status.VERIFIED);
        Run run = stage.run("plan", "--compare", "last.json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo(told(file, why));
        assertThat(stage.provider.observed()).isEmpty();
    }

    @Test
    void aFolderAndAFileThatIsNotThereAreNoReportsEither() throws IOException {
        Path last = Files.createDirectory(folder.resolve("last.json"));
        Run run = stage(Status.VERIFIED).run("plan", "--compare", "last.json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo(told(last, "is a folder"));
        Files.delete(last);
        assertThat(stage(Status.VERIFIED).run("plan", "--compare", "last.json").err())
                .startsWith("Error: Nothing to compare with\n\n  There is no file " + last + ".\n");
    }

    private static String told(Path file, String why) {
        return "Error: Nothing to compare with\n\n  " + file + " " + why
                + ".\n  Nothing was asked. A report to compare with is written by: ascertain plan --report json=FILE.\n\n";
    }

    private Stage stage(Status status) {
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", FakeProvider.live("a.example.com", status));
        return stage;
    }
}

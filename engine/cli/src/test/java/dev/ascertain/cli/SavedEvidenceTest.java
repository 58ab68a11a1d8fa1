package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import dev.ascertain.spi.Status;
import dev.ascertain.testkit.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no evidence are refused before anything is asked, and stay as they are. */
class SavedEvidenceTest {
    private static final String SOUND = "{\"format_version\":\"1.0\",\"at\":\"2026-11-22T12:00:00Z\",\"answers\":[%s]}";

    @TempDir
    Path folder;

    static Stream<Arguments> noEvidence() {
        return Stream.of(
                Arguments.of("empty", ""),
                Arguments.of("no JSON", "certainly"),
                Arguments.of("a list", "[]"),
                Arguments.of("null", "null"),
                Arguments.of("without a version", "{}"),
                Arguments.of("of another format", SOUND.formatted("").replace("1.0", "2.0")),
                Arguments.of("without a time", "{\"format_version\":\"1.0\"}"),
                Arguments.of("with a time that is none", SOUND.formatted("").replace("2026-11", "2026-13")),
                Arguments.of("with no answer", SOUND.formatted("null")),
                Arguments.of("with no question", SOUND.formatted("{\"authoritative\":[]}")),
                Arguments.of("with an unknown outcome", SOUND.formatted(answer("\"outcome\":\"SHRUGGED\""))),
                Arguments.of("deep", SOUND.formatted("[".repeat(100_000))),
                Arguments.of("cut", SOUND.formatted("").substring(0, 40)),
                Arguments.of("with more behind it", SOUND.formatted("") + "{}"),
                Arguments.of("a saved plan", "{\"format_version\":\"1.0\",\"changes\":[]}"));
    }

    private static String answer(String field) {
        return "{\"question\":{\"name\":\"a.example\",\"type\":\"TXT\"},\"authoritative\":[{%s}]}".formatted(field);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noEvidence")
    void isRefused(String name, String content) throws IOException {
        Stage stage = stage();
        Files.writeString(folder.resolve("evidence.json"), content);
        Run run = stage.run("plan", "--evidence-in", "evidence.json", "--evidence-out", "other.json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("Error: Evidence not readable\n\n  " + folder.resolve("evidence.json")
                        + " cannot be judged by: ")
                .contains("Nothing was asked. Evidence is saved by: ascertain plan --evidence-out FILE.")
                .doesNotContain("\tat ");
        assertThat(stage.provider.observed()).isEmpty();
        assertThat(folder.resolve("evidence.json")).hasContent(content);
        assertThat(folder.resolve("other.json")).doesNotExist();
    }

    @Test
    void whatALaterMinorVersionAddsIsPassedOver() throws IOException {
        Stage stage = stage();
        Files.writeString(
                folder.resolve("evidence.json"),
                SOUND.formatted("").replace("1.0", "1.7").replace("{", "{\"smells\":[\"of rain\"],"));
        assertThat(stage.run("plan", "--evidence-in", "evidence.json").code()).isZero();
    }

    @Test
    void aRunWithNothingToLookAtSavesThat() throws IOException {
        assertThat(stage().run("plan", "--evidence-out", "evidence.json").code())
                .isZero();
        assertThat(Files.readString(folder.resolve("evidence.json"))).contains("\"at\" : \"2026-11-22T12:00:00Z\"");
    }

    @Test
    void whatItIsReadFromIsNotWrittenOver() throws IOException {
        Files.writeString(folder.resolve("evidence.json"), SOUND.formatted(""));
        Run run = stage().run("plan", "--evidence-in", "evidence.json", "--out", "evidence.json");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("--out evidence.json: that file is to be read");
    }

    private Stage stage() {
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", FakeProvider.live("a.example.com", Status.NEEDS_PROOF));
        return stage;
    }
}

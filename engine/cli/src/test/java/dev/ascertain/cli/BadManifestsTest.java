package dev.ascertain.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Manifests that nobody could mean: each is told once, whichever command reads it, and nothing is asked of anybody. */
class BadManifestsTest {
    private static final String GOOD = "  - {type: fake_verification, name: a, place: a}\n";
    private static final String BEGIN = "ascertain: 1\nverifications:\n";

    @TempDir
    Path folder;

    static Stream<Arguments> manifests() {
        return Stream.of(
                Arguments.of("Empty manifest", ""),
                Arguments.of("Not valid YAML", "ascertain: 1\nverifications: [\n"),
                Arguments.of("Not a manifest", "- ascertain: 1\n"),
                Arguments.of("Control character", "\u0000\u0001\u0002"),
                Arguments.of("Duplicate key", BEGIN + GOOD + "ascertain: 1\n"),
                Arguments.of("Nested too deeply", BEGIN + "  - " + "[".repeat(100_000)),
                Arguments.of("Tag", BEGIN + "  - !!java.io.File {type: x}\n"),
                Arguments.of("Too many values", bomb()),
                Arguments.of("File too large", BEGIN + GOOD + "#".repeat(11 << 20)),
                Arguments.of("Unknown attribute", BEGIN + GOOD.replace("place: a", "place: a, plaice: a")),
                Arguments.of("Wrong type", BEGIN + GOOD.replace("place: a", "place: a, expect: {held: maybe}")),
                Arguments.of("Missing environment variable", BEGIN + GOOD.replace("place: a", "place: '${env.NONE}'")),
                Arguments.of("File not found", BEGIN + GOOD.replace("place: a", "place: '${file.none}'")),
                Arguments.of("Secret in a manifest", "providers: {fake: {token: canary}}\n" + BEGIN + GOOD),
                Arguments.of("Unknown type", BEGIN + GOOD.replace("fake_", "cloudfare_ssl_")),
                Arguments.of("Address declared twice", BEGIN + GOOD + GOOD),
                Arguments.of("Unsupported version", BEGIN.replace("1", "2") + GOOD));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manifests")
    void isToldOnceAndNothingIsAsked(String summary, String manifest) throws IOException {
        assertRefused(summary, manifest.getBytes(UTF_8));
    }

    @Test
    void whatIsNotUtf8IsToldOnceAndNothingIsAsked() throws IOException {
        assertRefused("Not UTF-8", (BEGIN + GOOD.replace("place: a", "place: \u00e4")).getBytes(ISO_8859_1));
    }

    private void assertRefused(String summary, byte[] manifest) throws IOException {
        Stage stage = new Stage(folder);
        Files.write(folder.resolve("a.yaml"), manifest);
        Run run = stage.run("validate");
        assertThat(run.code()).isEqualTo(78);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).doesNotContain("Exception", "\tat ", "canary").hasSizeLessThan(2_000);
        assertThat(run.err().lines().filter(line -> line.startsWith("Error: "))).containsExactly("Error: " + summary);
        assertThat(stage.run("plan", "--out", "change.plan")).isEqualTo(run);
        assertThat(stage.run("apply", "--auto-approve")).isEqualTo(run);
        assertThat(folder.resolve("change.plan")).doesNotExist();
        assertThat(stage.provider.observed()).isEmpty();
    }

    private static String bomb() {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            yaml.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }
        return yaml + BEGIN + GOOD;
    }
}

package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the completion scripts are told. That real shells do the right thing with it, {@code .ci/shells/run} tries. */
class CompletionTest {
    private static final String SEVERAL = """
            ascertain: 1
            verifications:
              - {type: fake_verification, name: lone, place: a}
              - type: fake_verification
                name: many
                for_each: ["two words", "$(x)", "line\\nfeed"]
                place: ${each.key}
            """;

    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void stage() {
        stage = new Stage(folder);
    }

    private List<String> complete(String... words) {
        String[] asked = new String[words.length + 3];
        asked[0] = "__complete";
        asked[1] = "fish";
        asked[2] = Integer.toString(words.length - 1);
        System.arraycopy(words, 0, asked, 3, words.length);
        Run run = stage.run(asked);
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out().lines().toList();
    }

    @Test
    void addressesAreThoseOfTheCurrentFolder() {
        stage.manifest("a.yaml", SEVERAL);
        List<String> addresses = List.of(
                "fake_verification.lone\ta.yaml line 3",
                "fake_verification.many\tall of them, a.yaml line 4",
                "fake_verification.many[\"two words\"]\ta.yaml line 4",
                "fake_verification.many[\"$(x)\"]\ta.yaml line 4");
        assertThat(complete("plan", "--target", ""))
                .extracting(line -> line.replace(folder + "/", ""))
                .startsWith("none 0")
                .containsAll(addresses)
                .hasSize(5);
        assertThat(complete("explain", ""))
                .extracting(line -> line.replace(folder + "/", ""))
                .startsWith("files 0")
                .containsAll(addresses)
                .hasSize(5);
    }

    @Test
    void addressesAreThoseOfTheManifestsThatAreTyped() throws IOException {
        stage.manifest("a.yaml", SEVERAL);
        Files.createDirectory(folder.resolve("b"));
        stage.manifest("b/b.yaml", SEVERAL.replace("lone", "other"));
        assertThat(complete("plan", "b", "--target", ""))
                .anyMatch(line -> line.startsWith("fake_verification.other\t"));
        assertThat(complete("plan", "b", "--target", ""))
                .noneMatch(line -> line.startsWith("fake_verification.lone\t"));
        assertThat(stage.run("__complete", "fish", "2", "plan", "--target", "", "b")
                        .out())
                .contains("\nfake_verification.other\t");
        assertThat(complete("plan", "--recursive", "--target=")).contains("none 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verifications: [", "ascertain: 1\nverifications: [{type: nothing}]\n", ""})
    void aFaultyManifestHasNoAddresses(String content) {
        stage.manifest("a.yaml", content);
        assertThat(complete("plan", "--target", "")).containsExactly("none 0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '/', textBlock = """
            plan missing.yaml --target -    / none 0
            plan --parallelism -            / none 0
            plan --out -                    / files 0
            plan -                          / files 0
            init -                          / folders 0
            nonsense -                      / none 0
            plan --unknown=x                / none 0
            plan -- --t                     / files 0
            """)
    void isAnsweredWithoutWords(String line, String answer) {
        assertThat(complete(line.replaceAll("-$", "").split(" ", -1)).getFirst())
                .isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '/', textBlock = """
            -                            / plan
            plan --detail                / --detailed-exitcode
            plan --report -              / junit=
            plan --report -              / auto
            apply --report=-             / --report=auto
            plan --report=-              / --report=sarif=
            plan --fail-on unmet,-       / unmet,expires<21d
            plan --evidence -            / unmet
            records --format -           / octodns
            explain --for -              / customer
            help -                       / apply
            providers -                  / schema
            completion -                 / zsh
            version -                    / --json
            apply --input=-              / --input=false
            """)
    void offers(String line, String word) {
        assertThat(complete(line.replaceAll("-$", "").split(" ", -1)))
                .extracting(each -> each.split("\t", 2)[0])
                .contains(word);
    }

    @Test
    void anOptionIsOfferedOnceUnlessItMayBeRepeated() {
        assertThat(complete("plan", "--recursive", "--target", "x", "--"))
                .anyMatch(line -> line.startsWith("--target\t"))
                .noneMatch(line -> line.startsWith("--recursive\t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fish", "fish x", "fish 9 plan", "bash 3"})
    void whatIsNoQuestionHasNoAnswer(String words) {
        assertThat(stage.run(("__complete " + words).strip().split(" "))).isEqualTo(new Run(0, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void everyShellHasAScript(String shell) {
        assertThat(stage.run("completion", shell).out()).contains("__complete " + shell + " ");
    }
}

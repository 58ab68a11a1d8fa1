package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that no command takes: each is named, and with it the one that was perhaps meant. */
class MisunderstoodTest {
    @TempDir
    Path folder;

    static Stream<Arguments> unknownWords() {
        return Stream.of(
                Arguments.of("plan -var x", "There is no option \"-var\".", "", "ascertain plan"),
                Arguments.of("plan --outt=x", "There is no option \"--outt\".", "--out", "ascertain plan"),
                Arguments.of("frob", "There is no command \"frob\".", "", "ascertain"),
                Arguments.of("destroy", "There is no command \"destroy\".", "", "ascertain"),
                Arguments.of("aply", "There is no command \"aply\".", "apply", "ascertain"),
                Arguments.of("paln", "There is no command \"paln\".", "plan", "ascertain"),
                Arguments.of("paln --out x", "There is no command \"paln\".", "plan", "ascertain"),
                Arguments.of("help paln", "There is no command \"paln\".", "plan", "ascertain"),
                Arguments.of("--verbos", "There is no option \"--verbos\".", "", "ascertain"),
                Arguments.of("--hepl", "There is no option \"--hepl\".", "--help", "ascertain"),
                Arguments.of("show a b", "\"ascertain show\" does not take \"b\".", "", "ascertain show"),
                Arguments.of(
                        "providers shcema",
                        "\"ascertain providers\" does not take \"shcema\".",
                        "schema",
                        "ascertain providers"),
                Arguments.of(
                        "providers schema --josn",
                        "There is no option \"--josn\".",
                        "--json",
                        "ascertain providers schema"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknownWords")
    void onlyANearWordIsSuggested(String typed, String told, String near, String command) {
        String guess = near.isEmpty() ? "" : "  Did you mean \"" + near + "\"?\n";
        assertThat(new Stage(folder).run(typed.split(" ")))
                .isEqualTo(new Run(
                        64,
                        "",
                        "Error: Not understood\n\n  " + told + "\n" + guess + "  Run \"" + command
                                + " --help\" for what it takes.\n"));
    }
}

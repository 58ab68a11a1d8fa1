package dev.ascertain.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.core.apply.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on reasons has an entry for each code and each outcome, and shows what the program really says. */
class ReasonsPageTest {
    private static final Path PAGE = Path.of("../cli/REASONS.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^### `(.+)`$");
    private static final Pattern ENTRY = Pattern.compile(
            "\\*[a-z ,]+ · (you|provider|ca|operator)\\*\\n\\n\\S.*\\n\\n```\\n.*\\n```\\n\\n"
                    + "- \\*\\*Do:\\*\\* .*\\n- \\*\\*By itself:\\*\\* .*\\n- \\*\\*More:\\*\\* .*",
            Pattern.DOTALL);

    @Test
    void everyCodeAndOutcomeHasAnEntryAndNoEntryIsOfAnother() throws IOException {
        Stream<String> outcomes = Arrays.stream(Outcome.Result.values()).map(Outcome.Result::word);

        assertThat(headings())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(codes(), outcomes).toList());
    }

    @Test
    void theIndexHasEveryCodeByItsLetters() throws IOException {
        String index = codes().sorted().map("[`%1$s`](#%1$s)"::formatted).collect(Collectors.joining(" · "));

        assertThat(text().lines()).contains(index);
    }

    @ParameterizedTest
    @EnumSource
    void anEntrySaysWhatItMeansHowItLooksAndWhatToDo(Code code) throws IOException {
        assertThat(entry(code.word())).matches(ENTRY);
    }

    static List<Said> everythingSaid() throws IOException {
        return Stream.concat(Said.inFixtures().stream(), Said.ofStates().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everythingSaid")
    void anEntryShowsWhatIsSaid(Said said) throws IOException {
        String entry = entry(said.code());
        String firstLine = entry.lines().findFirst().orElseThrow();

        assertThat(firstLine).contains(said.verdict());
        assertThat(firstLine).endsWith(" · " + said.party() + "*");
        assertThat(entry).contains(said.shown());
    }

    @Test
    void everythingThatCanBeSaidIsLookedAt() throws IOException {
        assertThat(everythingSaid().stream().map(Said::code).distinct())
                .containsExactlyInAnyOrderElementsOf(codes().toList());
    }

    private static Stream<String> codes() {
        return Arrays.stream(Code.values()).map(Code::word);
    }

    private static String text() throws IOException {
        return Files.readString(PAGE);
    }

    private static List<String> headings() throws IOException {
        return HEADING.matcher(text()).results().map(found -> found.group(1)).toList();
    }

    /** What stands between the heading of a code and the next heading. */
    private static String entry(String code) throws IOException {
        String heading = "\n### `" + code + "`\n\n";
        String text = text();
        assertThat(text).contains(heading);
        String rest = text.substring(text.indexOf(heading) + heading.length());
        return rest.split("(?m)^##", 2)[0].strip();
    }
}

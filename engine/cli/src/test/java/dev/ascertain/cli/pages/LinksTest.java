package dev.ascertain.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every relative link of every page leads to a file or folder that is there, and to a heading in it. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    static List<Path> pages() throws IOException {
        return Pages.all();
    }

    @Test
    void thereArePages() throws IOException {
        assertThat(pages()).contains(Path.of("../../README.md"), Path.of("../../engine/cli/REASONS.md"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        var dangling = new ArrayList<String>();
        for (String target : links(page)) {
            if (!resolves(page, target)) {
                dangling.add(target);
            }
        }

        assertThat(dangling).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "The gate in CI, the-gate-in-ci",
        "`gave-up`, gave-up",
        "`cloudflare_ssl_verification`, cloudflare_ssl_verification",
        "1. Say what there is, 1-say-what-there-is",
        "64: wrong usage, 64-wrong-usage",
        "What it *does*: [this](that.md), what-it-does-this"
    })
    void aHeadingHasTheAnchorThatGithubGivesIt(String heading, String anchor) {
        assertThat(anchor(heading)).isEqualTo(anchor);
    }

    private static List<String> links(Path page) throws IOException {
        return prose(page).stream()
                .map(line -> CODE.matcher(line).replaceAll(""))
                .flatMap(line -> LINK.matcher(line).results())
                .map(link -> link.group(1))
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .toList();
    }

    private static boolean resolves(Path page, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        if (!Files.exists(file)) {
            return false;
        }
        return parts.length == 1 || anchors(file).contains(parts[1]);
    }

    /** Of headings that read the same, the second one is called {@code …-1}. */
    private static List<String> anchors(Path page) throws IOException {
        var times = new HashMap<String, Integer>();
        return prose(page).stream()
                .map(HEADING::matcher)
                .filter(heading -> heading.matches())
                .map(heading -> anchor(heading.group(1)))
                .map(anchor -> {
                    int before = times.merge(anchor, 1, Integer::sum) - 1;
                    return before == 0 ? anchor : anchor + "-" + before;
                })
                .toList();
    }

    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .strip()
                .replace(' ', '-');
    }

    /** The lines outside of code blocks. */
    private static List<String> prose(Path page) throws IOException {
        var prose = new ArrayList<String>();
        boolean code = false;
        for (String line : Files.readAllLines(page)) {
            if (line.strip().startsWith("```")) {
                code = !code;
            } else if (!code) {
                prose.add(line);
            }
        }
        return prose;
    }
}

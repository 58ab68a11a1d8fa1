package dev.ascertain.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the HTML report more strictly than a browser: every sign that opens a tag must be one of ours. */
final class Pages {
    private static final Pattern ASSET = Pattern.compile("<(style|script)>(.*?)</\\1>", Pattern.DOTALL);
    private static final String ATTRIBUTE = "([a-z][a-z0-9-]*|viewBox)(?:=\"([^\"<]*)\")?";
    private static final Pattern PIECE =
            Pattern.compile("<!doctype html>|<(/?)([a-z][a-z0-9]*)((?:\\s+" + ATTRIBUTE + ")*)\\s*>|[^<]+|<");
    private static final Pattern EACH = Pattern.compile(ATTRIBUTE);
    private static final Set<String> VOID = Set.of("meta", "input");
    private static final Set<String> OURS = Set.of(
            ("html head meta title style body a header p span h1 h2 h3 dl div dt dd ul ol li b i main section code svg"
                            + " line rect circle path time search fieldset legend label input select option button"
                            + " details summary footer noscript script")
                    .split(" "));

    private Pages() {}

    static void check(String text) {
        assertThat(text).startsWith("<!doctype html>\n<html lang=\"en\">\n").endsWith("</html>\n");
        assertThat(ASSET.matcher(text).results().map(asset -> asset.group(1))).containsExactly("style", "script");
        String page = ASSET.matcher(text).replaceAll("<$1></$1>");
        Deque<String> open = new ArrayDeque<>();
        Set<String> ids = new HashSet<>();
        Matcher piece = PIECE.matcher(page);
        while (piece.find()) {
            assertThat(piece.group()).isNotEqualTo("<");
            String name = piece.group(2);
            if (name != null) {
                check(piece, name, open, ids);
            }
        }
        assertThat(open).isEmpty();
    }

    private static void check(Matcher tag, String name, Deque<String> open, Set<String> ids) {
        assertThat(OURS).contains(name);
        if (!tag.group(1).isEmpty()) {
            assertThat(open.pop()).isEqualTo(name);
            return;
        }
        if (!VOID.contains(name)) {
            open.push(name);
        }
        EACH.matcher(tag.group(3)).results().forEach(attribute -> check(attribute.group(1), attribute.group(2), ids));
    }

    /** Nothing is loaded and nothing is run: links lead into the page itself. */
    private static void check(String attribute, String value, Set<String> ids) {
        assertThat(attribute).doesNotMatch("on.*|style|src|srcset|srcdoc|action|formaction|ping");
        if (attribute.equals("href")) {
            assertThat(value).matches("#[a-z0-9]+");
        }
        if (attribute.equals("id")) {
            assertThat(ids.add(value)).as("id %s is one", value).isTrue();
        }
    }
}

package dev.ascertain.core.draft;

import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.manifest.Fit;
import dev.ascertain.spi.Value;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as YAML: whatever a text holds, it is one scalar of one line, or one comment. Pure. */
final class YamlText {
    /** What every reader of YAML takes for a text, and for no number. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    /** Half of all ids begin with a letter; they look alike. */
    private static final Pattern ID = Pattern.compile("[0-9A-Fa-f]{32}");

    private static final Set<String> WORDS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");
    private static final int LONGEST_COMMENT = 200;

    private YamlText() {}

    /** A text that means itself: a reference in it is none. */
    static String of(String text) {
        return scalar(Fit.unresolved(text));
    }

    /** A text with its references. */
    static String scalar(String text) {
        boolean isPlain = PLAIN.matcher(text).matches()
                && !ID.matcher(text).matches()
                && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return isPlain ? text : quoted(text);
    }

    /** Two number signs would begin a command to some CI runners, wherever they stand in a line. */
    private static String quoted(String text) {
        String escaped = text.codePoints().mapToObj(YamlText::escaped).collect(Collectors.joining());
        return '"' + escaped.replace("##", "#\\x23") + '"';
    }

    static String of(Clause clause) {
        return switch (clause) {
            case Clause.Is(Value value) -> of(value);
            case Clause.OneOf(var values) ->
                values.stream().map(YamlText::of).collect(Collectors.joining(", ", "{one_of: [", "]}"));
            case Clause.Like(String pattern) -> "{matches: " + of(pattern) + "}";
            case Clause.Reported(boolean expected) -> "{present: " + expected + "}";
        };
    }

    private static String of(Value value) {
        return switch (value) {
            case Value.Text(String text) -> of(text);
            case Value.Flag _, Value.Amount _ -> value.asText();
            case Value.Moment _, Value.Items _, Value.Fields _ -> of(value.asText());
        };
    }

    /** Behind a line, or a line of its own: never more than one. */
    static String comment(String text) {
        return "# " + Visible.line(text, LONGEST_COMMENT);
    }

    private static String escaped(int codePoint) {
        if (codePoint == '"' || codePoint == '\\') {
            return "\\" + (char) codePoint;
        }
        if (codePoint >= 0x20 && codePoint < 0x7f) {
            return Character.toString(codePoint);
        }
        return codePoint > 0xffff ? "\\U%08x".formatted(codePoint) : "\\u%04x".formatted(codePoint);
    }
}

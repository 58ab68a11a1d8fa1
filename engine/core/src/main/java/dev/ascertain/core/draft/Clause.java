package dev.ascertain.core.draft;

import dev.ascertain.core.manifest.Fit;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.Value;
import dev.ascertain.spi.ValueType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a draft says of one live attribute, so that a manifest can hold it and it holds for what was read. */
sealed interface Clause {
    /** The value itself. */
    record Is(Value value) implements Clause {}

    /** One of some clauses that each say a value itself. */
    record OneOf(List<Value> values) implements Clause {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** A regular expression, for a value that a manifest cannot hold, or should not. */
    record Like(String pattern) implements Clause {}

    /** Whether it is reported at all. */
    record Reported(boolean expected) implements Clause {}

    /** Longer texts are no words. */
    int LONGEST = 300;

    /** As long as a pattern may be, less what ends it. */
    int LONGEST_PATTERN = 900;

    /** A number as manifests write it. */
    Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    /** What holds for a value that was read; {@code null} if it was left out. */
    static Clause of(LiveAttribute attribute, @Nullable Value value) {
        return switch (value) {
            case null -> new Reported(false);
            case Value.Text(String text) -> fits(attribute, text) ? new Is(value) : like(attribute, text);
            case Value.Flag flag -> attribute.type() == ValueType.FLAG ? new Is(flag) : like(attribute, flag.asText());
            case Value.Amount amount ->
                attribute.type() == ValueType.NUMBER
                                && NUMBER.matcher(amount.asText()).matches()
                        ? new Is(amount)
                        : like(attribute, amount.asText());
            case Value.Moment _, Value.Items _, Value.Fields _ -> new Reported(true);
        };
    }

    private static boolean fits(LiveAttribute attribute, String text) {
        return attribute.type() == ValueType.TEXT && isWord(text) && Fit.reported(attribute.form(), text);
    }

    /** Whether a manifest can hold the text, and should. */
    static boolean isWord(String text) {
        return text.length() <= LONGEST && !text.isBlank() && text.codePoints().noneMatch(Clause::isHalf);
    }

    /** A lone surrogate is no character, so no file can hold it. */
    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    /** The text written out as far as a pattern may go; of the rest its length. */
    private static Clause like(LiveAttribute attribute, String text) {
        if (attribute.type() == ValueType.TEXTS || attribute.type() == ValueType.RECORDS) {
            return new Reported(true);
        }
        var pattern = new StringBuilder();
        int at = 0;
        while (at < text.length() && pattern.length() < LONGEST_PATTERN) {
            int codePoint = text.codePointAt(at);
            pattern.append(quoted(codePoint));
            at += Character.charCount(codePoint);
        }
        int rest = text.codePointCount(at, text.length());
        return new Like(rest == 0 ? pattern.toString() : "(?s)" + pattern + ".{" + rest + "}");
    }

    private static String quoted(int codePoint) {
        boolean isPlain = codePoint < 0x7f && (Character.isLetterOrDigit(codePoint) || "-_ ,".indexOf(codePoint) >= 0);
        if (isPlain) {
            return Character.toString(codePoint);
        }
        boolean isShown = codePoint > 0x20 && codePoint < 0x7f;
        return isShown ? "\\" + (char) codePoint : "\\x{%x}".formatted(codePoint);
    }
}

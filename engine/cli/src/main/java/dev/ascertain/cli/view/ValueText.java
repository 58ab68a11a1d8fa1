package dev.ascertain.cli.view;

import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.manifest.Matcher;
import dev.ascertain.core.manifest.Matcher.Bound;
import dev.ascertain.spi.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values and expectations in the words of the text output; harmless to print. */
final class ValueText {
    private ValueText() {}

    /** A reported value; what was left out is told, not invented. */
    static String live(@Nullable Value value) {
        return value == null ? "not reported" : of(value);
    }

    static String of(Value value) {
        return switch (value) {
            case Value.Text(String text) -> quoted(text);
            case Value.Flag _, Value.Amount _, Value.Moment _ -> Visible.line(value.asText());
            case Value.Items(List<Value> items) -> listed(items);
            case Value.Fields fields -> Visible.line(fields.asText());
        };
    }

    /** To be read after "expected". */
    static String of(Matcher matcher) {
        return switch (matcher) {
            case Matcher.Equals(Value value) -> of(value);
            case Matcher.EqualsIfReported(Value value) -> of(value);
            case Matcher.OneOf(List<Value> values) ->
                "one of " + values.stream().map(ValueText::of).collect(Collectors.joining(", "));
            case Matcher.Not(Value value) -> "not " + of(value);
            case Matcher.Matches(Pattern pattern) -> "to match /" + Visible.line(pattern.pattern()) + "/";
            case Matcher.Contains(Value value) -> "to contain " + of(value);
            case Matcher.Present(boolean expected) -> expected ? "to be reported" : "not to be reported";
            case Matcher.AtLeast(Bound bound) -> "at least " + of(bound);
            case Matcher.AtMost(Bound bound) -> "at most " + of(bound);
            case Matcher.All(List<Matcher> parts) ->
                parts.stream().map(ValueText::of).collect(Collectors.joining(" and "));
        };
    }

    private static String of(Bound bound) {
        return switch (bound) {
            case Bound.Amount(BigDecimal value) -> value.toPlainString();
            case Bound.Time(Instant value) -> value.toString();
            case Bound.FromNow(Duration _, String text) -> Visible.line(text);
        };
    }

    private static String listed(List<Value> items) {
        return items.stream().map(ValueText::of).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A quote within is marked, so that a provider cannot write the rest of the line. */
    private static String quoted(String text) {
        return "\"" + Visible.line(text).replace("\"", "\\\"") + "\"";
    }
}

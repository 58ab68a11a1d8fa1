package dev.ascertain.core.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ascertain.core.manifest.Matcher;
import dev.ascertain.core.manifest.Matcher.Bound;
import dev.ascertain.core.plan.PlanReader.Damaged;
import dev.ascertain.spi.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Matchers as a manifest would write them: an object with one field for each thing that must hold. */
final class MatcherJson {
    private MatcherJson() {}

    static void write(JsonGenerator json, Matcher matcher) throws IOException {
        json.writeStartObject();
        writeFields(json, matcher);
        json.writeEndObject();
    }

    private static void writeFields(JsonGenerator json, Matcher matcher) throws IOException {
        switch (matcher) {
            case Matcher.Equals(Value value) -> writeValue(json, "equals", value);
            case Matcher.OneOf(List<Value> values) -> {
                json.writeFieldName("one_of");
                ValueJson.writeItems(json, values);
            }
            case Matcher.Not(Value value) -> writeValue(json, "not", value);
            case Matcher.Matches(Pattern pattern) -> json.writeStringField("matches", pattern.pattern());
            case Matcher.Contains(Value value) -> writeValue(json, "contains", value);
            case Matcher.Present(boolean expected) -> json.writeBooleanField("present", expected);
            case Matcher.AtLeast(Bound bound) -> writeBound(json, "at_least", bound);
            case Matcher.AtMost(Bound bound) -> writeBound(json, "at_most", bound);
            case Matcher.EqualsIfReported(Value value) -> writeValue(json, "equals_if_reported", value);
            case Matcher.All(List<Matcher> parts) -> {
                for (Matcher part : parts) {
                    writeFields(json, part);
                }
            }
        }
    }

    private static void writeValue(JsonGenerator json, String name, Value value) throws IOException {
        json.writeFieldName(name);
        ValueJson.write(json, value);
    }

    private static void writeBound(JsonGenerator json, String name, Bound bound) throws IOException {
        json.writeFieldName(name);
        switch (bound) {
            case Bound.Amount(BigDecimal amount) -> ValueJson.write(json, new Value.Amount(amount));
            case Bound.Time(Instant time) -> json.writeString(time.toString());
            case Bound.FromNow(Duration offset, String text) -> {
                json.writeStartObject();
                json.writeStringField("from_now", text);
                json.writeNumberField("seconds", offset.toSeconds());
                json.writeEndObject();
            }
        }
    }

    /** Makes a matcher of what a plan file says of it. */
    static Matcher read(Part part) throws Damaged {
        var parts = new ArrayList<Matcher>();
        for (String name : part.fields().keySet()) {
            parts.add(readField(part, name));
        }
        return parts.size() == 1 ? parts.getFirst() : new Matcher.All(parts);
    }

    private static Matcher readField(Part part, String name) throws Damaged {
        Value value = Objects.requireNonNull(part.fields().get(name));
        return switch (name) {
            case "equals" -> new Matcher.Equals(value);
            case "equals_if_reported" -> new Matcher.EqualsIfReported(value);
            case "one_of" -> new Matcher.OneOf(part.items(name));
            case "not" -> new Matcher.Not(value);
            case "matches" -> new Matcher.Matches(pattern(part.text(name)));
            case "contains" -> new Matcher.Contains(value);
            case "present" -> new Matcher.Present(part.flag(name));
            case "at_least" -> new Matcher.AtLeast(bound(name, value));
            case "at_most" -> new Matcher.AtMost(bound(name, value));
            default -> throw Part.wrong("expected");
        };
    }

    private static Pattern pattern(String text) throws Damaged {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException broken) {
            throw Part.wrong("matches");
        }
    }

    private static Bound bound(String name, Value value) throws Damaged {
        return switch (value) {
            case Value.Amount(BigDecimal amount) -> new Bound.Amount(amount);
            case Value.Moment(Instant moment) -> new Bound.Time(moment);
            case Value.Fields(Map<String, Value> fields) -> {
                Part part = new Part(fields);
                yield new Bound.FromNow(Duration.ofSeconds(part.number("seconds")), part.text("from_now"));
            }
            case Value.Text _, Value.Flag _, Value.Items _ -> throw Part.wrong(name);
        };
    }
}

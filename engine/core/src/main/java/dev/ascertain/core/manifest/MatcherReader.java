package dev.ascertain.core.manifest;

import dev.ascertain.core.manifest.Matcher.Bound;
import dev.ascertain.core.source.Node;
import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Faulty;
import dev.ascertain.core.source.Node.Mapping;
import dev.ascertain.core.source.Node.Scalar;
import dev.ascertain.core.source.Node.Sequence;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.Value;
import dev.ascertain.spi.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads what is expected of one live attribute: a value, or a map of matchers. */
record MatcherReader(Scope scope, LiveAttribute attribute) {
    static final List<String> MATCHERS =
            List.of("equals", "one_of", "not", "matches", "contains", "present", "at_least", "at_most");

    /** Deeply nested groups take the stack of the compiler of regular expressions. */
    private static final int LONGEST_PATTERN = 1_000;

    private static final String WRONG = "Wrong matcher";

    /** The matcher; null if it is none, and that was said. */
    @Nullable Matcher read(Entry entry) {
        if (!(entry.value() instanceof Mapping mapping)) {
            return equal(entry);
        }
        if (mapping.entries().isEmpty()) {
            error(entry.span(), "Nothing is expected of " + name() + " here. Say " + Words.any(MATCHERS) + ".");
        }
        Keys.check(mapping, MATCHERS, scope, "A matcher");
        var parts = new ArrayList<Matcher>();
        for (Entry part : mapping.entries()) {
            Matcher matcher = part(part);
            if (matcher != null) {
                parts.add(matcher);
            }
        }
        if (parts.size() < mapping.entries().size() || parts.isEmpty()) {
            return null;
        }
        return parts.size() == 1 ? parts.getFirst() : new Matcher.All(parts);
    }

    private @Nullable Matcher part(Entry entry) {
        return switch (entry.name()) {
            case "equals" -> equal(entry);
            case "one_of" -> oneOf(entry);
            case "not" -> {
                Value value = value(entry);
                yield value == null ? null : new Matcher.Not(value);
            }
            case "matches" -> matches(entry);
            case "contains" -> contains(entry);
            case "present" ->
                new ValueReader(scope, "present", ValueType.FLAG).read(entry) instanceof Value.Flag(boolean expected)
                        ? new Matcher.Present(expected)
                        : null;
            case "at_least" -> {
                Bound bound = bound(entry);
                yield bound == null ? null : new Matcher.AtLeast(bound);
            }
            case "at_most" -> {
                Bound bound = bound(entry);
                yield bound == null ? null : new Matcher.AtMost(bound);
            }
            default -> null;
        };
    }

    private @Nullable Matcher equal(Entry entry) {
        Value value = value(entry);
        return value == null ? null : new Matcher.Equals(value);
    }

    private @Nullable Value value(Entry entry) {
        if (attribute.type() == ValueType.TEXT && entry.value() instanceof Sequence) {
            scope.error(
                    entry.span(),
                    ValueReader.WRONG,
                    name() + " takes a text; this is a list.\nFor one of several, write {one_of: […]}.");
            return null;
        }
        if (attribute.type() == ValueType.TEXTS && isText(entry.value())) {
            scope.error(
                    entry.span(),
                    ValueReader.WRONG,
                    name() + " is a list; this is a single value.\nFor a list that holds it, write {contains: …}.");
            return null;
        }
        Value value = new ValueReader(scope, attribute.name(), attribute.type()).read(entry);
        warnOfUnknownWord(value, entry.value());
        return new FormCheck(scope, attribute.name(), attribute.form()).reported(value, entry.value());
    }

    private static boolean isText(Node node) {
        return node instanceof Scalar scalar && !scalar.isNull();
    }

    private @Nullable Matcher oneOf(Entry entry) {
        if (!(entry.value() instanceof Sequence(var items, long span)) || items.isEmpty()) {
            if (!(entry.value() instanceof Faulty)) {
                error(entry.span(), "\"one_of\" takes a list of values, at least one.");
            }
            return null;
        }
        var values = new ArrayList<Value>();
        for (Node item : items) {
            Value value = value(new Entry(new Scalar("one_of", "one_of", true, item.span()), item));
            if (value != null) {
                values.add(value);
            }
        }
        return values.size() == items.size() ? new Matcher.OneOf(values) : null;
    }

    private @Nullable Matcher matches(Entry entry) {
        if (attribute.type() == ValueType.TEXTS || attribute.type() == ValueType.RECORDS) {
            error(entry.key().span(), name() + " is a list, which \"matches\" cannot look into. Use \"contains\".");
            return null;
        }
        Value text = new ValueReader(scope, "matches", ValueType.TEXT).read(entry);
        if (text == null || !(entry.value() instanceof Scalar scalar)) {
            return null;
        }
        if (scalar.text().length() > LONGEST_PATTERN) {
            error(scalar.span(), "A regular expression can have %,d characters at most.".formatted(LONGEST_PATTERN));
            return null;
        }
        try {
            return new Matcher.Matches(Pattern.compile(scalar.text()));
        } catch (PatternSyntaxException e) {
            scope.error(
                    scope.source().inside(scalar, Math.max(0, e.getIndex())),
                    "Invalid regular expression",
                    "\"matches\" takes a regular expression, and this is none: " + e.getDescription() + ".");
            return null;
        }
    }

    private @Nullable Matcher contains(Entry entry) {
        boolean canHold = switch (attribute.type()) {
            case TEXT, TEXTS, RECORDS -> true;
            case FLAG, NUMBER, TIME -> false;
        };
        if (!canHold) {
            error(
                    entry.key().span(),
                    name() + " is neither a text nor a list, so it contains nothing. Use \"equals\".");
            return null;
        }
        Value part = new ValueReader(scope, "contains", ValueType.TEXT).read(entry);
        return part == null ? null : new Matcher.Contains(part);
    }

    private @Nullable Bound bound(Entry entry) {
        return switch (attribute.type()) {
            case NUMBER ->
                new ValueReader(scope, entry.name(), ValueType.NUMBER).read(entry)
                                instanceof Value.Amount(BigDecimal amount)
                        ? new Bound.Amount(new BigDecimal(amount.toPlainString()))
                        : null;
            case TIME -> time(entry);
            case TEXT, FLAG, TEXTS, RECORDS -> {
                error(
                        entry.key().span(),
                        name() + " is neither a number nor a time, so it has no " + Words.quoted(entry.name()) + ".");
                yield null;
            }
        };
    }

    private @Nullable Bound time(Entry entry) {
        Value text = new ValueReader(scope, entry.name(), ValueType.TEXT).read(entry);
        if (text == null || !(entry.value() instanceof Scalar scalar)) {
            return null;
        }
        return Times.bound(scalar.text()).orElseGet(() -> {
            scope.error(
                    scalar.span(),
                    ValueReader.WRONG,
                    Words.quoted(entry.name()) + " takes " + Times.FORMS + ", or " + Times.RELATIVE_FORMS + "; "
                            + Words.quoted(scalar.shown()) + " is none of these.");
            return null;
        });
    }

    /** Providers add words, so another one is no error; but most likely it is misspelt. */
    private void warnOfUnknownWord(@Nullable Value value, Node node) {
        List<String> known = attribute.words();
        if (value instanceof Value.Text(String word) && !known.isEmpty() && !known.contains(word)) {
            String shown = node instanceof Scalar scalar ? scalar.shown() : word;
            scope.warning(
                    node.span(),
                    "Undocumented value",
                    Words.quoted(shown) + " is no documented value of " + name() + ", so this may never be met."
                            + Words.hint(word, known));
        }
    }

    private void error(long span, String detail) {
        scope.error(span, WRONG, detail);
    }

    private String name() {
        return Words.quoted(attribute.name());
    }
}

package dev.ascertain.core.manifest;

import dev.ascertain.core.source.Node;
import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Faulty;
import dev.ascertain.core.source.Node.Mapping;
import dev.ascertain.core.source.Node.Scalar;
import dev.ascertain.core.source.Node.Sequence;
import dev.ascertain.spi.Value;
import dev.ascertain.spi.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value as its attribute's type says. A scalar is text until then, so that an id of 32 digits stays one.
 *
 * @param name of the attribute, for messages
 */
record ValueReader(Scope scope, String name, ValueType type) {
    /** Not every number: one such as 1e999999999 is short to write, and has a billion digits. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,30}(\\.\\d{1,30})?");

    static final String WRONG = "Wrong type";

    /** The value of an entry; null if it is none, and that was said. */
    @Nullable Value read(Entry entry) {
        return read(entry.value(), entry.span());
    }

    private @Nullable Value read(Node node, long span) {
        return switch (node) {
            case Scalar scalar when scalar.isNull() -> noValue(span);
            case Scalar scalar -> scalar(scalar);
            case Sequence(var items, long _) when type == ValueType.TEXTS -> texts(items);
            case Sequence _, Mapping _ -> wrong(span, "this is " + Words.kind(node));
            case Faulty _ -> null;
        };
    }

    private @Nullable Value scalar(Scalar scalar) {
        return switch (type) {
            case TEXT -> Value.of(scalar.text());
            case FLAG -> flag(scalar);
            case NUMBER -> number(scalar);
            case TIME -> {
                var time = Times.absolute(scalar.text());
                yield time.isPresent() ? Value.of(time.get()) : wrongText(scalar);
            }
            case TEXTS, RECORDS -> wrong(scalar.span(), "this is a single value");
        };
    }

    private @Nullable Value flag(Scalar scalar) {
        return switch (scalar.text()) {
            case "true", "True", "TRUE" -> Value.of(true);
            case "false", "False", "FALSE" -> Value.of(false);
            default -> wrongText(scalar);
        };
    }

    private @Nullable Value number(Scalar scalar) {
        return NUMBER.matcher(scalar.text()).matches()
                ? new Value.Amount(new BigDecimal(scalar.text()))
                : wrongText(scalar);
    }

    private @Nullable Value texts(List<Node> items) {
        var texts = new ArrayList<String>();
        for (Node item : items) {
            var text = new ValueReader(scope, name, ValueType.TEXT).read(item, item.span());
            if (text != null) {
                texts.add(text.asText());
            }
        }
        return texts.size() == items.size() ? Value.ofTexts(texts) : null;
    }

    private @Nullable Value noValue(long span) {
        scope.error(span, "No value", Words.quoted(name) + " has no value here. Say " + wanted() + ", or remove it.");
        return null;
    }

    private @Nullable Value wrongText(Scalar scalar) {
        return wrong(scalar.span(), Words.quoted(scalar.shown()) + " is not");
    }

    private @Nullable Value wrong(long span, String but) {
        scope.error(span, WRONG, Words.quoted(name) + " takes " + wanted() + "; " + but + ".");
        return null;
    }

    private String wanted() {
        return switch (type) {
            case TEXT -> "a text";
            case FLAG -> "true or false";
            case NUMBER -> "a number";
            case TIME -> Times.FORMS;
            case TEXTS -> "a list of texts";
            case RECORDS -> "a map with \"present\" or \"contains\"";
        };
    }
}

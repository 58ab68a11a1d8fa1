package dev.ascertain.core.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ascertain.spi.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The schemas of single values. YAML guesses a type where the engine takes the text: so a text may look like a number,
 * and every value may be a reference.
 */
final class Scalars {
    static final String TEXT = "#/definitions/text";
    static final String WHOLE = "#/definitions/whole";

    /** A value that is put in only when the manifest is read. */
    static final String REFERENCE = "\\$\\{";

    private static final String DAY = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([Tt].+)?$";

    private Scalars() {}

    static ObjectNode definitions() {
        ObjectNode definitions = Json.object();
        definitions
                .putObject("text")
                .putArray("type")
                .add("string")
                .add("number")
                .add("boolean");
        flag(definitions.putObject("flag"));
        number(definitions.putObject("number"));
        ArrayNode whole = definitions.putObject("whole").putArray("anyOf");
        whole.addObject().put("type", "integer").put("minimum", 1);
        whole.addObject().put("type", "string").put("pattern", "^[1-9][0-9]{0,8}$|" + REFERENCE);
        text(definitions.putObject("time"), DAY + "|" + REFERENCE);
        text(
                definitions.putObject("moment"),
                DAY + "|^(in )?[0-9]{1,6} (second|minute|hour|day|week)s?( ago)?$|^now$|" + REFERENCE);
        ObjectNode texts = definitions.putObject("texts").put("type", "array");
        texts.putObject("items").put("$ref", TEXT);
        return definitions;
    }

    /** Where the schema of a type is; records cannot be written as a value. */
    static String of(ValueType type) {
        return switch (type) {
            case TEXT, RECORDS -> TEXT;
            case FLAG -> "#/definitions/flag";
            case NUMBER -> "#/definitions/number";
            case TIME -> "#/definitions/time";
            case TEXTS -> "#/definitions/texts";
        };
    }

    /** Exactly these words, in either case; an editor offers them as they are documented. */
    static void words(ObjectNode node, List<String> words) {
        ArrayNode either = node.putArray("anyOf");
        words.forEach(either.addObject().putArray("enum")::add);
        either.addObject()
                .put("type", "string")
                .put(
                        "pattern",
                        words.stream().map(Scalars::inEitherCase).collect(Collectors.joining("|", "^(", ")$|"))
                                + REFERENCE);
    }

    /**
     * These words are offered, and others are taken. An editor offers true and false wherever a schema names their type:
     * so here other texts are what is no list, no map and not nothing.
     */
    static void suggested(ObjectNode node, List<String> words) {
        ArrayNode either = node.putArray("anyOf");
        words.forEach(either.addObject().putArray("enum")::add);
        either.addObject()
                .putObject("not")
                .putArray("type")
                .add("object")
                .add("array")
                .add("null");
    }

    private static void flag(ObjectNode node) {
        ArrayNode either = node.putArray("anyOf");
        either.addObject().put("type", "boolean");
        either.addObject().put("type", "string").put("pattern", "^(true|True|TRUE|false|False|FALSE)$|" + REFERENCE);
    }

    private static void number(ObjectNode node) {
        ArrayNode either = node.putArray("anyOf");
        either.addObject().put("type", "number");
        text(either.addObject(), "^[-+]?[0-9]{1,30}(\\.[0-9]{1,30})?$|" + REFERENCE);
    }

    private static void text(ObjectNode node, String pattern) {
        node.put("type", "string").put("pattern", pattern);
    }

    private static String inEitherCase(String word) {
        return word.chars()
                .mapToObj(c -> Character.isLetter(c)
                        ? "[" + Character.toString(c).toUpperCase(Locale.ROOT)
                                + Character.toString(c).toLowerCase(Locale.ROOT) + "]"
                        : Character.toString(c))
                .collect(Collectors.joining());
    }
}

package dev.ascertain.core.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ascertain.spi.Form;
import java.util.Locale;

/**
 * The schemas of texts that have a {@link Form}. A pattern sees less than the engine: whatever is not ASCII passes for a
 * letter, and lengths are those of what is written.
 */
final class Forms {
    private static final String HOST_PART = part("\\[-`");
    private static final String RECORD_PART = part("\\[-\\^`");
    private static final String HOST = HOST_PART + "(\\." + HOST_PART + ")+";
    private static final String WHOLE_RECORD = "(\\*\\.)?" + RECORD_PART + "(\\." + RECORD_PART + ")+";
    private static final String HEX_ID = "[0-9A-Fa-f]{32}";

    private Forms() {}

    static ObjectNode definitions() {
        ObjectNode definitions = Json.object();
        for (Form form : Form.values()) {
            if (form != Form.ANY) {
                define(definitions.putObject(name(form)), form, "\\.?");
                define(definitions.putObject(reportedName(form)), form, "");
            }
        }
        return definitions;
    }

    /** Where the schema of a declared text is: a whole name may end with a dot. */
    static String declared(Form form) {
        return form == Form.ANY ? Scalars.TEXT : "#/definitions/" + name(form);
    }

    /** Where the schema of a text is that is compared with what a provider reports. */
    static String reported(Form form) {
        return form == Form.ANY ? Scalars.TEXT : "#/definitions/" + reportedName(form);
    }

    private static String name(Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    private static String reportedName(Form form) {
        return switch (form) {
            case HOST_NAME, HOST_NAME_OR_HEX_ID, WHOLE_RECORD_NAME -> "reported_" + name(form);
            case ANY, HOST_OR_WILDCARD_NAME, RECORD_NAME, HEX_ID -> name(form);
        };
    }

    private static void define(ObjectNode node, Form form, String dot) {
        switch (form) {
            case ANY -> throw new IllegalArgumentException("any text has no pattern");
            case HOST_NAME -> name(node, HOST + dot);
            case HOST_OR_WILDCARD_NAME -> name(node, "(\\*\\.)?" + HOST);
            case RECORD_NAME -> name(node, RECORD_PART + "(\\." + RECORD_PART + ")*");
            case WHOLE_RECORD_NAME -> name(node, WHOLE_RECORD + dot);
            case HEX_ID -> id(node, HEX_ID);
            case HOST_NAME_OR_HEX_ID -> id(node, HEX_ID + "|" + HOST + dot);
        }
    }

    private static void name(ObjectNode node, String pattern) {
        node.put("type", "string").put("pattern", "^(?!.{255})(" + pattern + ")$|" + Scalars.REFERENCE);
    }

    /** An id may look like a number. */
    private static void id(ObjectNode node, String pattern) {
        var either = node.putArray("anyOf");
        name(either.addObject(), pattern);
        either.addObject().put("type", "number");
    }

    /**
     * A part of a name: letters and digits, with hyphens inside. Of ASCII is listed what it has not.
     *
     * @param between what it has not between the upper and the lower case letters, where the underscore stands
     */
    private static String part(String between) {
        String letter = "[^\\u0000-/:-@" + between + "{-\\u007f]";
        String inside = "[^\\u0000-,./:-@" + between + "{-\\u007f]";
        return letter + "(" + inside + "{0,61}" + letter + ")?";
    }
}

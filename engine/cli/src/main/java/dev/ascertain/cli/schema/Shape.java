package dev.ascertain.cli.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The shapes that JSON values have, as schemas. Fields that are not named are allowed: minor versions add some. */
final class Shape {
    private Shape() {}

    static ObjectNode text(String doc) {
        return typed("string", doc);
    }

    /** Of a document's form. */
    static ObjectNode version() {
        return text("Of this format; another first number is another format.").put("pattern", "^1\\.");
    }

    static ObjectNode exitReason() {
        return text("Why that is not 0, as a phrase; only where it is not 0.");
    }

    static ObjectNode time(String doc) {
        return typed("string", doc).put("format", "date-time");
    }

    static ObjectNode flag(String doc) {
        return typed("boolean", doc);
    }

    /** A whole number from 0. */
    static ObjectNode count(String doc) {
        return typed("integer", doc).put("minimum", 0);
    }

    /** One of a closed set, by the words of JSON. */
    static <E extends Enum<E>> ObjectNode word(E[] values, String doc) {
        ObjectNode node = typed("string", doc);
        ArrayNode words = node.putArray("enum");
        for (E value : values) {
            words.add(value.name().toLowerCase(Locale.ROOT));
        }
        return node;
    }

    static ObjectNode list(ObjectNode of, String doc) {
        ObjectNode node = typed("array", doc);
        node.set("items", of);
        return node;
    }

    static ObjectNode object(String doc) {
        return typed("object", doc);
    }

    static ObjectNode reference(String definition) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/" + definition);
    }

    /** Gives an object a field that is always there. */
    static ObjectNode with(ObjectNode object, String name, ObjectNode shape) {
        ArrayNode required = object.withArray("/required");
        required.add(name);
        return may(object, name, shape);
    }

    /** Gives an object a field that may be missing. */
    static ObjectNode may(ObjectNode object, String name, ObjectNode shape) {
        object.withObject("/properties").set(name, shape);
        return object;
    }

    /** The head of a schema. */
    static ObjectNode document(String name, String title) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:ascertain:schema:" + name)
                .put("title", title);
    }

    private static ObjectNode typed(String type, String doc) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (!doc.isEmpty()) {
            node.put("description", doc);
        }
        return node.put("type", type);
    }
}

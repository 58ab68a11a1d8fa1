package dev.ascertain.core.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ascertain.core.source.Node;
import java.math.BigDecimal;

/** A YAML tree as the JSON that an editor sees: here scalars have the types that YAML's core schema guesses. */
final class JsonTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonTree() {}

    static JsonNode of(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.plain() ? guessed(scalar) : JSON.textNode(scalar.text());
            case Node.Sequence(var items, long _) -> {
                ArrayNode array = JSON.arrayNode();
                items.forEach(item -> array.add(of(item)));
                yield array;
            }
            case Node.Mapping(var entries, long _) -> {
                ObjectNode object = JSON.objectNode();
                entries.forEach(entry -> object.set(entry.name(), of(entry.value())));
                yield object;
            }
            case Node.Faulty _ -> throw new IllegalArgumentException("no YAML of ours");
        };
    }

    private static JsonNode guessed(Node.Scalar scalar) {
        if (scalar.isNull()) {
            return JSON.nullNode();
        }
        return switch (scalar.text()) {
            case "true", "True", "TRUE" -> JSON.booleanNode(true);
            case "false", "False", "FALSE" -> JSON.booleanNode(false);
            case String text
            when text.matches("[-+]?\\d{1,40}") -> JSON.numberNode(new BigDecimal(text).toBigInteger());
            case String text
            when text.matches("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d{1,3})?") -> JSON.numberNode(new BigDecimal(text));
            case String text -> JSON.textNode(text);
        };
    }
}

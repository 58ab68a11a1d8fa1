package dev.ascertain.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Good answers, made a little stranger. */
final class Mutation {
    private Mutation() {}

    /** A new field in every object, as vendors add them. */
    static String withUnknownFields(String json) {
        try {
            JsonNode root = new JsonMapper().readTree(json);
            extend(root);
            return root.toString();
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("a good answer is JSON", malformed);
        }
    }

    private static void extend(JsonNode node) {
        node.forEach(Mutation::extend);
        if (node instanceof ObjectNode object) {
            object.putObject("not_known_yet").putArray("values").add(1).addNull();
        }
    }
}

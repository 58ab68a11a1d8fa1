package dev.ascertain.core.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.ValueType;

/** The schema of what is expected of one live attribute: a value, or a map of matchers. */
record MatcherSchema(ResourceType type, LiveAttribute attribute) {
    /** What the documented words are called in the definitions. */
    static String words(ResourceType type, LiveAttribute attribute) {
        return type.name() + "." + attribute.name();
    }

    ObjectNode of() {
        ObjectNode node = Json.object();
        node.put("description", attribute.doc());
        ArrayNode either = node.putArray("anyOf");
        if (attribute.type() != ValueType.RECORDS) {
            value(either.addObject());
        }
        ObjectNode map = either.addObject();
        map.put("type", "object");
        map.put("minProperties", 1);
        matchers(map.putObject("properties"));
        map.put("additionalProperties", false);
        return node;
    }

    private void matchers(ObjectNode properties) {
        ValueType valueType = attribute.type();
        if (valueType != ValueType.RECORDS) {
            value(Json.described(properties, "equals", "Is this."));
            ObjectNode oneOf = Json.described(properties, "one_of", "Is one of these.");
            oneOf.put("type", "array").put("minItems", 1);
            value(oneOf.putObject("items"));
            value(Json.described(properties, "not", "Is reported, and is not this."));
        }
        if (valueType != ValueType.RECORDS && valueType != ValueType.TEXTS) {
            Json.described(properties, "matches", "A regular expression for the whole value.")
                    .put("type", "string")
                    .put("maxLength", 1_000);
        }
        if (valueType == ValueType.TEXT || valueType == ValueType.TEXTS || valueType == ValueType.RECORDS) {
            Json.described(properties, "contains", "A list that holds this, or a text of which this is a part.")
                    .put("$ref", Scalars.TEXT);
        }
        Json.described(properties, "present", "Whether it is reported at all.").put("$ref", Scalars.of(ValueType.FLAG));
        if (valueType == ValueType.NUMBER || valueType == ValueType.TIME) {
            String bound = valueType == ValueType.NUMBER ? Scalars.of(valueType) : "#/definitions/moment";
            Json.described(properties, "at_least", "This or more; of times this or later, such as \"in 21 days\".")
                    .put("$ref", bound);
            Json.described(properties, "at_most", "This or less; of times this or earlier, such as \"in 21 days\".")
                    .put("$ref", bound);
        }
    }

    private void value(ObjectNode node) {
        boolean isText = attribute.type() == ValueType.TEXT;
        String free = isText ? Forms.reported(attribute.form()) : Scalars.of(attribute.type());
        node.put("$ref", attribute.words().isEmpty() ? free : "#/definitions/" + words(type, attribute));
    }
}

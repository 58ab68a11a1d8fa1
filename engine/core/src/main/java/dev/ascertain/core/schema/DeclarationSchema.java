package dev.ascertain.core.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.Value;
import dev.ascertain.spi.ValueType;
import java.util.List;
import java.util.TreeSet;

/** The schema of the declarations of one type. */
record DeclarationSchema(ResourceType type) {
    ObjectNode of() {
        ObjectNode schema = Json.object();
        schema.put("description", type.doc());
        schema.put("type", "object");
        ArrayNode required = schema.putArray("required").add("type").add("name");
        ObjectNode properties = schema.putObject("properties");
        common(properties);
        for (DeclaredAttribute attribute : type.declared()) {
            if (attribute.required()) {
                required.add(attribute.name());
            }
            declared(Json.described(properties, attribute.name(), doc(attribute)), attribute);
        }
        live(properties, "select", "Which of the live verifications are meant; all of them if left out.");
        live(properties, "expect", "What they should be like. If left out: " + verified());
        schema.put("additionalProperties", false);
        ArrayNode groups = Json.object().arrayNode();
        type.exactlyOneOf().forEach(group -> {
            ArrayNode one = groups.addObject().putArray("oneOf");
            new TreeSet<>(group)
                    .forEach(name -> one.addObject().putArray("required").add(name));
        });
        if (!groups.isEmpty()) {
            schema.set("allOf", groups);
        }
        return schema;
    }

    private void live(ObjectNode properties, String name, String doc) {
        Json.described(properties, name, doc).put("$ref", "#/definitions/" + liveName());
    }

    private String liveName() {
        return type.name() + ".live";
    }

    /** What the schema refers to: the matchers of all live attributes, and their documented words. */
    ObjectNode definitions() {
        ObjectNode definitions = Json.object();
        definitions.set(liveName(), matchers());
        for (LiveAttribute attribute : type.live()) {
            if (!attribute.words().isEmpty()) {
                Scalars.suggested(definitions.putObject(MatcherSchema.words(type, attribute)), attribute.words());
            }
        }
        return definitions;
    }

    private void common(ObjectNode properties) {
        Json.described(properties, "type", type.doc()).put("const", type.name());
        Json.described(properties, "name", "With the type it is the address.")
                .put("type", "string")
                .put("pattern", ManifestSchema.NAME);
        text(properties, "provider", "The account, if it is not the one called like the provider.");
        forEach(properties);
        words(
                properties,
                "match",
                "Whether every selected verification or any of them must be as expected.",
                "every",
                "any");
        words(properties, "retry", "Whether apply may ask for a check.", "auto", "never");
        words(properties, "severity", "Whether it counts for the exit code.", "error", "warning");
        text(properties, "owner", "Who acts, shown where somebody has to.");
    }

    private static void text(ObjectNode properties, String name, String doc) {
        Json.described(properties, name, doc).put("$ref", Scalars.TEXT);
    }

    private static void words(ObjectNode properties, String name, String doc, String... words) {
        Scalars.words(Json.described(properties, name, doc), List.of(words));
    }

    private static void declared(ObjectNode node, DeclaredAttribute attribute) {
        if (attribute.words().isEmpty()) {
            boolean isText = attribute.type() == ValueType.TEXT;
            node.put("$ref", isText ? Forms.declared(attribute.form()) : Scalars.of(attribute.type()));
        } else {
            Scalars.words(node, attribute.words());
        }
    }

    private static void forEach(ObjectNode properties) {
        ObjectNode node = Json.described(
                properties,
                "for_each",
                "One declaration for each element: a list of texts, a list of maps with a \"key\", a map, or {csv: FILE,"
                        + " key: COLUMN}. Read them with ${each.key}, ${each.value}, ${each.COLUMN}.");
        ArrayNode either = node.putArray("anyOf");
        ArrayNode items =
                either.addObject().put("type", "array").putObject("items").putArray("anyOf");
        items.addObject().put("$ref", Scalars.TEXT);
        ObjectNode row = columns(items.addObject());
        row.putArray("required").add("key");
        ObjectNode csv = either.addObject().put("type", "object");
        csv.putArray("required").add("csv").add("key");
        ObjectNode parts = csv.putObject("properties");
        text(parts, "csv", "A CSV file with a header row, relative to the manifest.");
        text(parts, "key", "Which column tells the rows apart.");
        csv.put("additionalProperties", false);
        ObjectNode map = either.addObject().put("type", "object");
        map.putObject("properties").put("csv", false);
        ArrayNode values = map.putObject("additionalProperties").putArray("anyOf");
        values.addObject().put("$ref", Scalars.TEXT);
        columns(values.addObject()).putObject("properties").put("key", false);
    }

    private static ObjectNode columns(ObjectNode node) {
        node.put("type", "object").putObject("additionalProperties").put("$ref", Scalars.TEXT);
        return node;
    }

    /** What {@code select} and {@code expect} may say of the live attributes. */
    private ObjectNode matchers() {
        ObjectNode node = Json.object();
        node.put("type", "object");
        node.put("minProperties", 1);
        ObjectNode properties = node.putObject("properties");
        for (LiveAttribute attribute : type.live()) {
            properties.set(attribute.name(), new MatcherSchema(type, attribute).of());
        }
        node.put("additionalProperties", false);
        return node;
    }

    private static String doc(DeclaredAttribute attribute) {
        Value defaultValue = attribute.defaultValue();
        return attribute.doc() + (defaultValue == null ? "" : "\nDefault: " + defaultValue.asText() + ".");
    }

    private String verified() {
        List<String> parts = type.verified().stream()
                .map(part ->
                        part.attribute() + ": " + part.value().asText() + (part.ifReported() ? " (if reported)" : ""))
                .toList();
        return String.join(", ", parts) + ".";
    }
}

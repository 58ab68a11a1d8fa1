package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed schema, read as strictly as can be. To a reader a field that the schema does not name is one of a later
 * minor version, and is allowed; what this version writes has no such field. Times must be times too.
 */
final class StrictSchema {
    private static final Path FOLDER = Path.of("../../schemas");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schema schema;

    private StrictSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * @param name such as {@code apply}
     */
    static StrictSchema of(String name) throws IOException {
        JsonNode schema = JSON.readTree(Files.readString(FOLDER.resolve(name + ".schema.json")));
        close(schema);
        var strict =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        return new StrictSchema(SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(strict))
                .getSchema(schema.toString(), InputFormat.JSON));
    }

    /** Lets no object have a field that is not named. An {@code if} says less than the whole, and so does its then. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("unevaluatedProperties", false);
        }
        schema.forEach(StrictSchema::close);
        if (schema instanceof ObjectNode branch && branch.has("if")) {
            branch.withObject("/if").remove("unevaluatedProperties");
            branch.withObject("/then").remove("unevaluatedProperties");
        }
    }

    void accepts(String json) {
        assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }

    void refuses(JsonNode json) {
        assertThat(schema.validate(json.toString(), InputFormat.JSON))
                .as(json.toString())
                .isNotEmpty();
    }
}

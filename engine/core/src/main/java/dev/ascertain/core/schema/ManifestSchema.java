package dev.ascertain.core.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ascertain.core.manifest.Catalog;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.Setting;
import dev.ascertain.spi.ValueType;
import java.util.List;

/**
 * The JSON Schema of manifests (draft 7, which editors know best), for completion, hover and checks while typing. What
 * only the engine can know, such as whether an environment variable is set, it lets pass.
 */
public final class ManifestSchema {
    static final String NAME = "^[A-Za-z_][A-Za-z0-9_-]*$";

    private static final String SECRET = "^\\$\\{(env\\.[A-Za-z_][A-Za-z0-9_]*|file\\.[^}]*[^}\\s][^}]*)\\}$";

    private final Catalog catalog;

    private ManifestSchema(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The schema as indented JSON, which ends with a line feed; the same for the same providers. */
    public static String of(Catalog catalog) {
        return Json.text(new ManifestSchema(catalog).root());
    }

    private ObjectNode root() {
        ObjectNode root = Json.object();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("title", "Ascertain manifest");
        root.put("description", "Which verifications there are, and in which state they are expected.");
        root.put("type", "object");
        root.putArray("required").add("ascertain");
        ObjectNode properties = root.putObject("properties");
        Json.described(properties, "ascertain", "The version of the manifest language.")
                .putArray("enum")
                .add(1)
                .add("1");
        properties.set("providers", providers());
        ObjectNode verifications =
                Json.described(properties, "verifications", "The declarations, each behind a \"- \".");
        verifications.putArray("type").add("array").add("null");
        verifications.putObject("items").put("$ref", "#/definitions/verification");
        root.put("additionalProperties", false);
        root.set("definitions", definitions());
        return root;
    }

    private ObjectNode definitions() {
        ObjectNode definitions = Json.object();
        definitions.set("verification", verification());
        definitions.setAll(Scalars.definitions());
        definitions.setAll(Forms.definitions());
        for (ProviderFactory factory : catalog.factories()) {
            definitions.set(factory.name(), settings(factory));
            for (ResourceType type : factory.resourceTypes()) {
                var declaration = new DeclarationSchema(type);
                definitions.set(type.name(), declaration.of());
                definitions.setAll(declaration.definitions());
            }
        }
        return definitions;
    }

    /** One condition for each type: {@code oneOf} would make an editor complain about every type at once. */
    private ObjectNode verification() {
        ObjectNode verification = Json.object();
        verification.put("type", "object");
        verification.putArray("required").add("type").add("name");
        ObjectNode type =
                Json.described(verification.putObject("properties"), "type", "What kind of verification it is.");
        ArrayNode types = type.putArray("enum");
        // What editors show beside each of them; other readers of a schema pass over a word that they do not know.
        ArrayNode meanings = type.putArray("enumDescriptions");
        ArrayNode conditions = verification.putArray("allOf");
        for (ProviderFactory factory : catalog.factories()) {
            for (ResourceType resource : factory.resourceTypes()) {
                types.add(resource.name());
                meanings.add(resource.doc());
                condition(conditions.addObject(), resource.name());
            }
        }
        return verification;
    }

    private ObjectNode providers() {
        ObjectNode providers = Json.object();
        providers.put(
                "description",
                "The accounts, by name. One that has all its settings from the environment needs no" + " entry.");
        providers.putArray("type").add("object").add("null");
        providers.putObject("propertyNames").put("pattern", NAME);
        ObjectNode properties = providers.putObject("properties");
        ObjectNode other = providers.putObject("additionalProperties");
        other.put("type", "object");
        other.putArray("required").add("type");
        ArrayNode names = Json.described(other.putObject("properties"), "type", "Which provider it is an account of.")
                .putArray("enum");
        ArrayNode conditions = other.putArray("allOf");
        for (ProviderFactory factory : catalog.factories()) {
            properties.putObject(factory.name()).put("$ref", "#/definitions/" + factory.name());
            names.add(factory.name());
            condition(conditions.addObject(), factory.name());
        }
        return providers;
    }

    private static void condition(ObjectNode node, String type) {
        // An entry that is only begun is of no type yet: an editor would offer, and complain about, all of them at
        // once.
        ObjectNode condition = node.putObject("if").put("type", "object");
        condition.putObject("properties").putObject("type").put("const", type);
        condition.putArray("required").add("type");
        node.putObject("then").put("$ref", "#/definitions/" + type);
    }

    private static ObjectNode settings(ProviderFactory factory) {
        ObjectNode settings = Json.object();
        settings.put("description", "An account of " + factory.title() + ".");
        settings.putArray("type").add("object").add("null");
        ObjectNode properties = settings.putObject("properties");
        Json.described(properties, "type", "Needed where the account is not called like its provider.")
                .put("const", factory.name());
        for (Setting setting : factory.settings()) {
            ObjectNode property = Json.described(properties, setting.name(), doc(setting));
            if (setting.secret()) {
                property.put("type", "string").put("pattern", SECRET);
            } else {
                property.put("$ref", setting.type() == ValueType.NUMBER ? Scalars.WHOLE : Scalars.TEXT);
            }
        }
        settings.put("additionalProperties", false);
        return settings;
    }

    private static String doc(Setting setting) {
        List<String> environment = setting.environment();
        return setting.doc()
                + (setting.secret() ? "\nA secret: ${env.NAME} or ${file.PATH}, never the value itself." : "")
                + (environment.isEmpty() ? "" : "\nIf left out: " + String.join(", else ", environment) + ".")
                + (setting.defaultValue() == null ? "" : "\nDefault: " + setting.defaultValue() + ".");
    }
}

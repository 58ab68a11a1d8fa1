package dev.ascertain.cli.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ascertain.core.manifest.Catalog;
import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.Setting;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The providers and what a manifest can say of them, as one JSON document. */
public final class ProvidersJson {
    private ProvidersJson() {}

    public static String of(Catalog catalog) {
        var text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("format_version", "1.0");
            json.writeObjectFieldStart("providers");
            for (ProviderFactory factory : catalog.factories()) {
                write(json, factory);
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, ProviderFactory factory) throws IOException {
        json.writeObjectFieldStart(factory.name());
        json.writeStringField("title", factory.title());
        json.writeObjectFieldStart("settings");
        for (Setting setting : factory.settings()) {
            json.writeObjectFieldStart(setting.name());
            writeKind(json, setting.type().name(), setting.doc());
            json.writeBooleanField("secret", setting.secret());
            writeTexts(json, "environment", setting.environment());
            if (setting.defaultValue() != null) {
                json.writeStringField("default", setting.defaultValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("types");
        for (ResourceType type : factory.resourceTypes()) {
            write(json, type);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ResourceType type) throws IOException {
        json.writeObjectFieldStart(type.name());
        json.writeStringField("description", type.doc());
        json.writeObjectFieldStart("declared");
        for (DeclaredAttribute attribute : type.declared()) {
            json.writeObjectFieldStart(attribute.name());
            writeKind(json, attribute.type().name(), attribute.doc());
            writeTexts(json, "words", attribute.words());
            json.writeBooleanField("required", attribute.required());
            if (attribute.defaultValue() != null) {
                json.writeStringField("default", attribute.defaultValue().asText());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("live");
        for (LiveAttribute attribute : type.live()) {
            json.writeObjectFieldStart(attribute.name());
            writeKind(json, attribute.type().name(), attribute.doc());
            writeTexts(json, "words", attribute.words());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeKind(JsonGenerator json, String type, String doc) throws IOException {
        json.writeStringField("type", type.toLowerCase(Locale.ROOT));
        json.writeStringField("description", doc);
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}

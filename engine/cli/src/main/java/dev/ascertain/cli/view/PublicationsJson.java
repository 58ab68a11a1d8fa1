package dev.ascertain.cli.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ascertain.cli.record.ZoneText;
import dev.ascertain.core.publish.Mail;
import dev.ascertain.core.publish.Publications;
import dev.ascertain.core.publish.RecordSet;
import dev.ascertain.core.publish.WebFile;
import java.io.IOException;
import java.util.List;

/** What must be published as JSON: the same for {@code records} and {@code explain}. */
final class PublicationsJson {
    private PublicationsJson() {}

    /** The fields {@code records}, {@code files} and {@code mails} of the object that is open. */
    static void write(JsonGenerator json, Publications publications) throws IOException {
        json.writeArrayFieldStart("records");
        for (RecordSet set : publications.sets()) {
            write(json, set);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("files");
        for (WebFile file : publications.files()) {
            json.writeStartObject();
            json.writeStringField("url", file.url());
            json.writeStringField("content", file.content());
            json.writeStringField("presence", file.presence().word());
            writeFor(json, file.of());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("mails");
        for (Mail mail : publications.mails()) {
            json.writeStartObject();
            json.writeStringField("to", mail.to());
            writeFor(json, mail.of());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, RecordSet set) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", set.name());
        json.writeStringField("type", set.type().name());
        if (set.zone() != null) {
            json.writeStringField("zone", set.zone());
        }
        json.writeStringField("relative_name", set.relative());
        json.writeNumberField("ttl", ZoneText.TTL);
        json.writeArrayFieldStart("values");
        for (RecordSet.Entry entry : set.entries()) {
            json.writeStartObject();
            json.writeStringField("value", entry.value());
            json.writeStringField("presence", entry.presence().word());
            json.writeStringField("zone_file", ZoneText.line(set, entry.value()));
            writeFor(json, entry.of());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeFor(JsonGenerator json, List<String> keys) throws IOException {
        json.writeArrayFieldStart("for");
        for (String key : keys) {
            json.writeString(key);
        }
        json.writeEndArray();
    }
}

package dev.ascertain.cli.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** GitLab's code quality report: a list, one entry for each verification that is not as expected. */
final class Gitlab {
    private Gitlab() {}

    static void write(Report report, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartArray();
            for (Row row : report.open()) {
                json.writeRaw('\n');
                write(json, row);
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    private static void write(JsonGenerator json, Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("description", row.about().name() + ": " + row.sentence());
        json.writeStringField("check_name", row.why().code());
        json.writeStringField("fingerprint", Mark.of(row));
        json.writeStringField("severity", severity(row.weight()));
        json.writeObjectFieldStart("location");
        json.writeStringField("path", row.about().file());
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", row.about().line());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String severity(Weight weight) {
        return switch (weight) {
            case ERROR -> "critical";
            case FAILURE -> "major";
            case WARNING -> "minor";
            case NOTE, NONE -> "info";
        };
    }
}

package dev.ascertain.cli.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.Phrases;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.Since;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a program of your own is told: the result, the exit code and its reason, and what is worth a message. */
final class Webhook {
    /** Bytes that the changes may have: what a receiver takes is mostly bounded. */
    private static final int LIMIT = 900_000;

    private static final JsonFactory JSON = new JsonFactory();

    private Webhook() {}

    static void write(News news, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            writeRun(json, news);
            writeSince(json, news);
            writeFaults(json, news);
            json.writeNumberField("more", writeChanges(json, news));
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeRun(JsonGenerator json, News news) throws IOException {
        json.writeStringField("format_version", Report.FORMAT_VERSION);
        json.writeStringField("ascertain_version", news.run().version());
        json.writeStringField("command", news.run().command());
        json.writeStringField("at", news.run().at().toString());
        json.writeBooleanField("complete", news.run().complete());
        json.writeNumberField("exit_code", news.run().exit().code().number());
        if (news.run().exit().code() != ExitCode.OK) {
            json.writeStringField("exit_reason", news.run().exit().reason());
        }
        json.writeStringField("summary", news.sentence());
    }

    private static void writeSince(JsonGenerator json, News news) throws IOException {
        Comparison comparison = news.comparison();
        if (comparison == null) {
            return;
        }
        json.writeObjectFieldStart("since");
        json.writeStringField("file", Visible.line(comparison.name()));
        json.writeStringField("summary", Phrases.sentence(comparison));
        for (Since since : Since.values()) {
            json.writeNumberField(since.word(), comparison.count(since));
        }
        json.writeNumberField("gone", comparison.gone());
        json.writeEndObject();
    }

    private static void writeFaults(JsonGenerator json, News news) throws IOException {
        json.writeArrayFieldStart("faults");
        for (News.Fault fault : news.faults()) {
            json.writeStartObject();
            json.writeStringField("summary", fault.summary());
            json.writeStringField("detail", fault.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** How many had no room. */
    private static int writeChanges(JsonGenerator json, News news) throws IOException {
        int room = LIMIT;
        int written = 0;
        json.writeArrayFieldStart("changes");
        for (Row row : news.rows()) {
            var change = new ByteArrayOutputStream(1024);
            try (JsonGenerator one = JSON.createGenerator(change, JsonEncoding.UTF8)) {
                write(one, row);
            }
            room -= change.size();
            if (room < 0) {
                break;
            }
            json.writeRawValue(change.toString(StandardCharsets.UTF_8));
            written++;
        }
        json.writeEndArray();
        return news.rows().size() - written;
    }

    private static void write(JsonGenerator json, Row row) throws IOException {
        Verification about = row.about();
        json.writeStartObject();
        json.writeStringField("address", about.address());
        json.writeStringField("instance", about.instance());
        json.writeStringField("type", about.type());
        json.writeStringField("provider", about.account());
        json.writeStringField("owner", about.owner());
        json.writeStringField("verdict", row.verdict().word());
        json.writeStringField("headline", row.headline());
        if (row.since() != null) {
            json.writeStringField("since", row.since().word());
        }
        json.writeObjectFieldStart("reason");
        json.writeStringField("code", row.why().code());
        json.writeStringField("message", row.why().message());
        json.writeEndObject();
        json.writeStringField("next", row.why().next());
        json.writeArrayFieldStart("details");
        for (String line : row.details()) {
            json.writeString(line);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("source");
        json.writeStringField("file", about.file());
        json.writeNumberField("line", about.line());
        json.writeNumberField("column", about.column());
        json.writeEndObject();
        json.writeEndObject();
    }
}

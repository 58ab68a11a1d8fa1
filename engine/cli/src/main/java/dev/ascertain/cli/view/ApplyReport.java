package dev.ascertain.cli.view;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.apply.Outcome;
import java.io.IOException;
import java.io.OutputStream;

/** What an apply came to, as one JSON document. */
public final class ApplyReport {
    private ApplyReport() {}

    /** Writes the report; the stream stays open. */
    public static void write(ApplyResult result, Exit exit, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.setHighestNonEscapedChar(OneObject.LAST_PRINTABLE);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("format_version", "1.0");
            json.writeStringField("ascertain_version", result.plan().ascertainVersion());
            json.writeStringField("plan_id", result.plan().id());
            json.writeStringField("manifest_digest", result.plan().manifestDigest());
            json.writeBooleanField("interrupted", result.interrupted());
            EventJson.writeEnd(json, exit);
            json.writeFieldName("summary");
            EventJson.writeCounts(json, result);
            json.writeArrayFieldStart("outcomes");
            for (Outcome outcome : result.outcomes()) {
                EventJson.writeBareOutcome(json, outcome);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}

package dev.ascertain.core.plan;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/**
 * Writes a plan as a stream: one line for each change, and at the end a seal over every byte before it, so that an
 * edited plan is told from one that Ascertain made.
 */
public final class PlanWriter {
    static final String FORMAT_VERSION = "1.0";
    /** In ASCII; what comes after it is written as an escape, so that the file can be shown on a terminal. */
    private static final int LAST_PRINTABLE = 0x7e;

    private static final String SEAL = ",\"digest\":\"sha256:%s\"}\n";
    static final int SEAL_LENGTH = seal(new byte[32]).length;

    private PlanWriter() {}

    /** Writes the plan with its seal; equal plans give equal bytes. The stream stays open. */
    public static void write(Plan plan, OutputStream out) throws IOException {
        var digesting = new DigestOutputStream(out, Fingerprint.sha256());
        JsonGenerator json = new JsonFactory().createGenerator(digesting, JsonEncoding.UTF8);
        json.setHighestNonEscapedChar(LAST_PRINTABLE);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.setPrettyPrinter(new LineForEach());
        json.writeStartObject();
        writeHead(json, plan);
        writeChanges(json, plan);
        json.flush();
        out.write(seal(digesting.getMessageDigest().digest()));
        out.flush();
    }

    /** The last bytes of a plan file, for the digest of all that stands before them. */
    static byte[] seal(byte[] digest) {
        return SEAL.formatted(HexFormat.of().formatHex(digest)).getBytes(StandardCharsets.US_ASCII);
    }

    private static void writeHead(JsonGenerator json, Plan plan) throws IOException {
        json.writeStringField("format_version", FORMAT_VERSION);
        json.writeStringField("ascertain_version", plan.ascertainVersion());
        json.writeStringField("created_at", plan.createdAt().toString());
        json.writeStringField("expires_at", plan.expiresAt().toString());
        if (plan.appliedAt() != null) {
            json.writeStringField("applied_at", plan.appliedAt().toString());
        }
        json.writeStringField("id", plan.id());
        json.writeStringField("manifest_digest", plan.manifestDigest());
        json.writeArrayFieldStart("manifests");
        for (String file : plan.files()) {
            json.writeString(file);
        }
        json.writeEndArray();
        json.writeBooleanField("complete", plan.complete());
        json.writeFieldName("summary");
        PlanJson.writeSummary(json, plan.summary());
    }

    private static void writeChanges(JsonGenerator json, Plan plan) throws IOException {
        json.writeArrayFieldStart("changes");
        for (Change change : plan.changes()) {
            PlanJson.writeChange(json, change);
        }
        json.writeEndArray();
    }

    /** Each element of an outermost list on a line of its own, so that two plans can be compared line by line. */
    private static final class LineForEach extends MinimalPrettyPrinter {
        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            breakLine(json);
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            super.writeArrayValueSeparator(json);
            breakLine(json);
        }

        private static void breakLine(JsonGenerator json) throws IOException {
            if (json.getOutputContext().getParent().getParent().inRoot()) {
                json.writeRaw('\n');
            }
        }
    }
}

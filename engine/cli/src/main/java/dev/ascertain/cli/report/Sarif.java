package dev.ascertain.cli.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * SARIF 2.1.0 (OASIS): one run, the reasons as its rules, one result for each verification that is not as expected.
 */
final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String UNRESERVED = "-._~/";
    /** A place for an argument, and the middle of a link: a viewer would act on either (sections 3.11.5 and 3.11.6). */
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)}");

    private static final Pattern LINK = Pattern.compile("](?=\\()");

    private final Report report;
    private final JsonGenerator json;

    private Sarif(Report report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    static void write(Report report, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            new Sarif(report, json).write();
            json.writeRaw('\n');
        }
    }

    private void write() throws IOException {
        List<String> rules = report.open().stream()
                .map(row -> row.why().code())
                .distinct()
                .sorted()
                .toList();
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        writeTool(rules);
        writeAutomation();
        writeInvocation();
        json.writeArrayFieldStart("results");
        for (Row row : report.open()) {
            json.writeRaw('\n');
            writeResult(row);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeTool(List<String> rules) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Ascertain");
        json.writeStringField("version", report.run().version());
        json.writeArrayFieldStart("rules");
        for (String rule : rules) {
            json.writeStartObject();
            json.writeStringField("id", rule);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("properties");
        json.writeStringField("format_version", Report.FORMAT_VERSION);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** So that the results of a plan and of an apply stand beside each other. */
    private void writeAutomation() throws IOException {
        json.writeObjectFieldStart("automationDetails");
        json.writeStringField("id", "ascertain/" + report.run().command() + "/");
        json.writeEndObject();
    }

    private void writeInvocation() throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField(
                "executionSuccessful",
                report.run().complete() && report.faults().isEmpty());
        json.writeNumberField("exitCode", report.run().exit().code().number());
        json.writeStringField("endTimeUtc", report.run().at().toString());
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (Diagnostic diagnostic : report.diagnostics()) {
            json.writeStartObject();
            json.writeStringField("level", diagnostic.severity().word());
            writeMessage(Visible.line(diagnostic.summary() + ". " + diagnostic.detail()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void writeResult(Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", row.why().code());
        json.writeStringField("level", level(row.weight()));
        writeMessage(row.about().name() + ": " + row.sentence());
        writeLocation(row.about());
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("ascertain/v1", Mark.of(row));
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("verdict", row.verdict().word());
        json.writeStringField("headline", row.headline());
        json.writeStringField("owner", row.about().owner());
        json.writeStringField("provider", row.about().account());
        json.writeArrayFieldStart("details");
        for (String line : row.details()) {
            json.writeString(line);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String level(Weight weight) {
        return switch (weight) {
            case ERROR, FAILURE -> "error";
            case WARNING -> "warning";
            case NOTE, NONE -> "note";
        };
    }

    private void writeMessage(String text) throws IOException {
        json.writeObjectFieldStart("message");
        String plain = ARGUMENT.matcher(text).replaceAll("{{$1}}");
        json.writeStringField("text", LINK.matcher(plain).replaceAll("\\\\]"));
        json.writeEndObject();
    }

    private void writeLocation(Verification about) throws IOException {
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(about.file()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", about.line());
        json.writeNumberField("startColumn", about.column());
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("fullyQualifiedName", about.name());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    /** The path as a reference that a URI may begin with (RFC 3986). */
    private static String uri(String path) {
        var text = new StringBuilder(path.startsWith("/") ? "file://" : "");
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (each >= '0' && each <= '9')
                    || (each >= 'A' && each <= 'Z')
                    || (each >= 'a' && each <= 'z')
                    || UNRESERVED.indexOf(each) >= 0;
            text.append(plain ? Character.toString(each) : "%%%02X".formatted(each));
        }
        return text.toString();
    }
}

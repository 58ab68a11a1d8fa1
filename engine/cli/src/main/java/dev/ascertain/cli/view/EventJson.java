package dev.ascertain.cli.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ascertain.core.apply.ApplyEvent;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.apply.Course;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.Place;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.Since;
import dev.ascertain.core.observe.ObserveEvent;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.PlanJson;
import dev.ascertain.core.plan.PlanResult;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What belongs to each type of event, beside the fields that all of them have. */
final class EventJson {
    private EventJson() {}

    static void writeDiagnostic(JsonGenerator json, Diagnostic diagnostic) throws IOException {
        json.writeObjectFieldStart("diagnostic");
        json.writeStringField("severity", diagnostic.severity().word());
        json.writeStringField("summary", diagnostic.summary());
        json.writeStringField("detail", diagnostic.detail());
        writeIfPresent(json, "subject", diagnostic.subject());
        Place place = diagnostic.place();
        if (place != null) {
            json.writeObjectFieldStart("place");
            json.writeStringField("file", place.file());
            json.writeNumberField("line", place.line());
            json.writeNumberField("column", place.column());
            json.writeNumberField("length", place.length());
            json.writeStringField("source_line", place.sourceLine());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static void write(JsonGenerator json, ObserveEvent.Started event) throws IOException {
        json.writeObjectFieldStart("observe");
        json.writeStringField("provider", event.account());
        json.writeStringField("target", event.target());
        json.writeNumberField("done", event.done());
        json.writeNumberField("total", event.total());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, ObserveEvent.Completed event) throws IOException {
        json.writeObjectFieldStart("observe");
        json.writeStringField("provider", event.account());
        json.writeStringField("target", event.target());
        json.writeNumberField("done", event.done());
        json.writeNumberField("total", event.total());
        json.writeNumberField("took_ms", event.took().toMillis());
        writeIfPresent(json, "failure", event.failure());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, EvidenceEvent.Started event) throws IOException {
        json.writeObjectFieldStart("evidence");
        json.writeNumberField("verifications", event.verifications());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, EvidenceEvent.Completed event) throws IOException {
        json.writeObjectFieldStart("evidence");
        json.writeNumberField("verifications", event.verifications());
        json.writeNumberField("questions", event.questions());
        json.writeNumberField("pages", event.pages());
        json.writeNumberField("endpoints", event.endpoints());
        json.writeNumberField("took_ms", event.took().toMillis());
        json.writeEndObject();
    }

    static void writePlanned(JsonGenerator json, Change change, @Nullable Comparison comparison) throws IOException {
        json.writeFieldName("change");
        PlanJson.writeChange(json, change);
        Since since = comparison == null ? null : comparison.of(change);
        writeIfPresent(json, "compared", since == null ? null : since.word());
    }

    static void write(JsonGenerator json, Comparison comparison) throws IOException {
        json.writeObjectFieldStart("comparison");
        json.writeStringField("file", comparison.name());
        for (Since since : Since.values()) {
            json.writeNumberField(since.word(), comparison.count(since));
        }
        json.writeNumberField("gone", comparison.gone());
        json.writeEndObject();
    }

    /** What the run ends with, if this is its end. */
    static void writeEnd(JsonGenerator json, @Nullable Exit exit) throws IOException {
        if (exit == null) {
            return;
        }
        json.writeNumberField("exit_code", exit.code().number());
        if (exit.code() != ExitCode.OK) {
            json.writeStringField("exit_reason", exit.reason());
        }
    }

    static void writeSummary(JsonGenerator json, PlanResult result, @Nullable Exit exit) throws IOException {
        json.writeStringField("operation", "plan");
        json.writeFieldName("changes");
        PlanJson.writeSummary(json, result.plan().summary());
        json.writeBooleanField("complete", result.plan().complete());
        json.writeBooleanField("interrupted", result.interrupted());
        writeEnd(json, exit);
    }

    static void writeSummary(JsonGenerator json, ApplyResult result, Exit exit) throws IOException {
        json.writeStringField("operation", "apply");
        json.writeFieldName("outcomes");
        writeCounts(json, result);
        json.writeBooleanField("interrupted", result.interrupted());
        writeEnd(json, exit);
    }

    /** How many outcomes there are of each kind; all kinds are named. */
    static void writeCounts(JsonGenerator json, ApplyResult result) throws IOException {
        var counts = ApplyText.counts(result);
        json.writeStartObject();
        for (Outcome.Result kind : Outcome.Result.values()) {
            json.writeNumberField(kind.word(), counts.getOrDefault(kind, 0L));
        }
        json.writeEndObject();
    }

    static void write(JsonGenerator json, ApplyEvent.Started event) throws IOException {
        json.writeFieldName("trigger");
        PlanJson.writeTrigger(json, event.trigger());
        writeKeys(json, event.changes());
    }

    static void write(JsonGenerator json, ApplyEvent.Progress event) throws IOException {
        Change change = event.change();
        json.writeObjectFieldStart("change");
        writeKey(json, change);
        json.writeStringField("verdict", change.verdict().word());
        json.writeStringField("action", change.action().word());
        PlanJson.writeReason(json, change.reason());
        json.writeEndObject();
        json.writeStringField("since", event.since().toString());
        Instant next = event.nextLook();
        writeIfPresent(json, "next_look", next == null ? null : next.toString());
    }

    static void write(JsonGenerator json, ApplyEvent.Errored event) throws IOException {
        writeKeys(json, event.changes());
        json.writeStringField("message", event.message());
    }

    static void writeOutcome(JsonGenerator json, Outcome outcome) throws IOException {
        json.writeFieldName("outcome");
        writeBareOutcome(json, outcome);
    }

    static void writeBareOutcome(JsonGenerator json, Outcome outcome) throws IOException {
        Change latest = outcome.latest();
        json.writeStartObject();
        writeKey(json, outcome.planned());
        json.writeStringField("severity", outcome.planned().subject().severity().word());
        writeIfPresent(json, "owner", outcome.planned().subject().owner());
        json.writeStringField("planned_action", outcome.planned().action().word());
        json.writeStringField("result", outcome.result().word());
        json.writeStringField("message", outcome.message());
        writeIfPresent(json, "next", outcome.next());
        json.writeNumberField("triggers", outcome.triggers());
        writeCourse(json, outcome.course());
        if (latest != null) {
            json.writeFieldName("latest");
            PlanJson.writeChange(json, latest);
        }
        json.writeEndObject();
    }

    /** Nothing for what apply had nothing to do with. */
    private static void writeCourse(JsonGenerator json, Course course) throws IOException {
        Instant ended = course.ended();
        if (ended == null) {
            return;
        }
        json.writeObjectFieldStart("course");
        json.writeArrayFieldStart("steps");
        for (Course.Step step : course.steps()) {
            json.writeStartObject();
            json.writeStringField("kind", step.kind().word());
            json.writeStringField("from", step.from().toString());
            json.writeStringField("to", step.to().toString());
            json.writeNumberField("times", step.times());
            json.writeStringField("said", step.said());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("ended", ended.toString());
        json.writeEndObject();
    }

    private static void writeKeys(JsonGenerator json, List<Change> changes) throws IOException {
        json.writeArrayFieldStart("changes");
        for (Change change : changes) {
            json.writeStartObject();
            writeKey(json, change);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeKey(JsonGenerator json, Change change) throws IOException {
        json.writeStringField("address", change.subject().address());
        json.writeStringField("instance", change.subject().instance());
    }

    private static void writeIfPresent(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}

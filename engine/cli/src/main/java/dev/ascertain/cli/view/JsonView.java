package dev.ascertain.cli.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ascertain.cli.terminal.Outlet;
import dev.ascertain.core.apply.ApplyEvent;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.GatedPlan;
import dev.ascertain.core.observe.ObserveEvent;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.PlanResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The run as a stream of JSON objects, one a line. Minor versions only add. */
public final class JsonView implements View {
    /** The version of the stream's form. */
    public static final String UI_VERSION = "1.0";

    private final JsonFactory factory = new JsonFactory();
    private final Outlet out;
    private final Clock clock;

    /** Says which version speaks: always the first line. */
    public JsonView(Outlet out, Clock clock, String version) {
        this.out = out;
        this.clock = clock;
        event("info", "version", "Ascertain " + version, json -> {
            json.writeStringField("ascertain", version);
            json.writeStringField("ui", UI_VERSION);
        });
    }

    /** Writes what belongs to one event only. */
    @FunctionalInterface
    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    @Override
    public void diagnostics(List<Diagnostic> diagnostics) {
        diagnostics.forEach(diagnostic -> diagnostic(diagnostic, null));
    }

    @Override
    public void undone(Diagnostic diagnostic) {
        diagnostic(diagnostic, null);
    }

    @Override
    public void ended(Diagnostic diagnostic, ExitCode code) {
        diagnostic(diagnostic, Exit.of(diagnostic, code));
    }

    private void diagnostic(Diagnostic diagnostic, @Nullable Exit exit) {
        String level = diagnostic.isError() ? "error" : "warn";
        String message = (diagnostic.isError() ? "Error: " : "Warning: ") + diagnostic.summary();
        event(level, "diagnostic", message, json -> {
            EventJson.writeDiagnostic(json, diagnostic);
            EventJson.writeEnd(json, exit);
        });
    }

    @Override
    public void observing(ObserveEvent event) {
        switch (event) {
            case ObserveEvent.Started started ->
                event("info", "observe_start", "Reading " + started.target(), json -> EventJson.write(json, started));
            case ObserveEvent.Completed completed ->
                event(
                        completed.failure() == null ? "info" : "error",
                        "observe_complete",
                        completed.failure() == null ? "Read " + completed.target() : completed.failure(),
                        json -> EventJson.write(json, completed));
        }
    }

    @Override
    public void gathering(EvidenceEvent event) {
        switch (event) {
            case EvidenceEvent.Started started ->
                event("info", "evidence_start", EvidenceText.of(started), json -> EventJson.write(json, started));
            case EvidenceEvent.Completed completed ->
                event(
                        "info",
                        "evidence_complete",
                        EvidenceText.of(completed),
                        json -> EventJson.write(json, completed));
        }
    }

    @Override
    public void planned(GatedPlan gated, @Nullable Exit exit) {
        PlanResult result = gated.result();
        Comparison comparison = gated.comparison();
        diagnostics(result.diagnostics());
        for (Change change : result.plan().changes()) {
            String message = change.key() + ": " + change.action().word();
            event("info", "planned_change", message, json -> EventJson.writePlanned(json, change, comparison));
        }
        if (comparison != null) {
            String compared = "Compared: " + ComparisonText.sentence(comparison);
            event("info", "comparison", compared, json -> EventJson.write(json, comparison));
        }
        String sentence = "Plan: " + PlanText.sentence(result.plan().summary());
        event("info", "change_summary", sentence, json -> EventJson.writeSummary(json, result, exit));
    }

    @Override
    public void applying(ApplyEvent event) {
        switch (event) {
            case ApplyEvent.Started started ->
                event(
                        "info",
                        "apply_start",
                        "Asking " + started.trigger().description(),
                        json -> EventJson.write(json, started));
            case ApplyEvent.Progress progress ->
                event(
                        "info",
                        "apply_progress",
                        progress.change().key() + ": "
                                + progress.change().reason().message(),
                        json -> EventJson.write(json, progress));
            case ApplyEvent.Errored errored ->
                event("error", "apply_errored", errored.message(), json -> EventJson.write(json, errored));
            case ApplyEvent.Completed(Outcome outcome) ->
                event("info", "apply_complete", message(outcome), json -> EventJson.writeOutcome(json, outcome));
            case ApplyEvent.Notice(String message) ->
                diagnostics(List.of(Diagnostic.warning("Told by the provider", message)));
        }
    }

    @Override
    public void applied(ApplyResult result, Exit exit) {
        // Its diagnostics were told as they came.
        for (Outcome outcome : result.outcomes()) {
            event("info", "outcome", message(outcome), json -> EventJson.writeOutcome(json, outcome));
        }
        String sentence = "Apply: " + ApplyText.sentence(result);
        event("info", "change_summary", sentence, json -> EventJson.writeSummary(json, result, exit));
    }

    @Override
    public void remark(String sentence) {
        // Remarks are for people; what a script needs stands in the events.
    }

    @Override
    public void exited(Exit exit) {
        // It stands in the event that ends the run.
    }

    private static String message(Outcome outcome) {
        return outcome.planned().key() + ": " + outcome.result().word();
    }

    private void event(String level, String type, String message, Body body) {
        var line = new StringWriter(512);
        try (JsonGenerator json = factory.createGenerator(line)) {
            json.setHighestNonEscapedChar(OneObject.LAST_PRINTABLE);
            json.writeStartObject();
            json.writeStringField("@level", level);
            json.writeStringField("@message", message);
            json.writeStringField(
                    "@timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeStringField("type", type);
            body.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        out.print(line.append('\n').getBuffer());
    }
}

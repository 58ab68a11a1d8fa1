package dev.ascertain.cli.schema;

import static dev.ascertain.cli.schema.Shape.count;
import static dev.ascertain.cli.schema.Shape.flag;
import static dev.ascertain.cli.schema.Shape.list;
import static dev.ascertain.cli.schema.Shape.may;
import static dev.ascertain.cli.schema.Shape.object;
import static dev.ascertain.cli.schema.Shape.reference;
import static dev.ascertain.cli.schema.Shape.time;
import static dev.ascertain.cli.schema.Shape.with;
import static dev.ascertain.cli.schema.Shape.word;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.gate.Since;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Verdict;

/** The schema of one line of the event stream. */
public final class EventSchema {
    private EventSchema() {}

    /** The schema as JSON text, ending with a line break. */
    public static String text() {
        ObjectNode event = Shape.document("events", "One line of Ascertain's event stream");
        event.put("type", "object");
        ObjectNode level = Shape.text("");
        level.putArray("enum").add("info").add("warn").add("error");
        with(event, "@level", level);
        with(event, "@message", Shape.text("For people."));
        with(event, "@timestamp", time(""));
        ObjectNode type = Shape.text("");
        with(event, "type", type);
        ArrayNode types = type.putArray("enum");
        ArrayNode cases = event.putArray("allOf");
        bodies().properties().forEach(body -> {
            types.add(body.getKey());
            ObjectNode one = cases.addObject();
            one.withObject("/if/properties/type").put("const", body.getKey());
            one.set("then", body.getValue());
        });
        ChangeShape.define(event);
        ObjectNode definitions = event.withObject("/$defs");
        definitions.set("outcome", OutcomeShape.outcome());
        definitions.set("key", OutcomeShape.key());
        definitions.set("observe", observe());
        return event.toPrettyString() + "\n";
    }

    /** What each type of event has beside the fields of all. */
    private static ObjectNode bodies() {
        ObjectNode bodies = object("").removeAll();
        bodies.set("version", with(with(object(""), "ascertain", Shape.text("")), "ui", Shape.text("")));
        bodies.set("diagnostic", end(with(object(""), "diagnostic", diagnostic())));
        bodies.set("observe_start", with(object(""), "observe", reference("observe")));
        bodies.set("observe_complete", with(object(""), "observe", reference("observe")));
        bodies.set("evidence_start", with(object(""), "evidence", evidence(false)));
        bodies.set("evidence_complete", with(object(""), "evidence", evidence(true)));
        bodies.set("planned_change", planned());
        bodies.set("comparison", with(object(""), "comparison", comparison()));
        bodies.set("change_summary", changeSummary());
        bodies.set("apply_start", with(keys(), "trigger", reference("trigger")));
        bodies.set("apply_progress", progress());
        bodies.set("apply_complete", with(object(""), "outcome", reference("outcome")));
        bodies.set("apply_errored", with(keys(), "message", Shape.text("")));
        bodies.set("outcome", with(object(""), "outcome", reference("outcome")));
        return bodies;
    }

    private static ObjectNode end(ObjectNode event) {
        may(event, "exit_code", count("What the run ends with; only where the run ends with this."));
        return may(event, "exit_reason", Shape.exitReason());
    }

    private static ObjectNode planned() {
        ObjectNode planned = with(object(""), "change", reference("change"));
        return may(planned, "compared", word(Since.values(), "How it stands beside the earlier run of --compare."));
    }

    private static ObjectNode comparison() {
        ObjectNode comparison = object("How many verifications stand so beside an earlier run.");
        with(comparison, "file", Shape.text("The earlier run's."));
        for (Since since : Since.values()) {
            with(comparison, since.word(), count(""));
        }
        return with(comparison, "gone", count("Not as expected then, and not part of this plan."));
    }

    private static ObjectNode keys() {
        return with(object(""), "changes", list(reference("key"), ""));
    }

    private static ObjectNode diagnostic() {
        ObjectNode diagnostic = object("");
        with(diagnostic, "severity", word(Severity.values(), ""));
        with(diagnostic, "summary", Shape.text("A few words without user data."));
        with(diagnostic, "detail", Shape.text("What is wrong, why, and what to do."));
        may(diagnostic, "subject", Shape.text("What it concerns."));
        ObjectNode place = object("Where.");
        with(place, "file", Shape.text(""));
        with(place, "line", count("From 1."));
        with(place, "column", count("From 1, in characters."));
        with(place, "length", count("How many characters."));
        with(place, "source_line", Shape.text(""));
        return may(diagnostic, "place", place);
    }

    private static ObjectNode observe() {
        ObjectNode observe = object("One read.");
        with(observe, "provider", Shape.text("The account."));
        with(observe, "target", Shape.text("What is read, in a few words."));
        with(observe, "done", count("How many are read so far."));
        with(observe, "total", count("How many there are."));
        may(observe, "took_ms", count(""));
        return may(observe, "failure", Shape.text("What went wrong; missing if nothing did."));
    }

    private static ObjectNode evidence(boolean complete) {
        ObjectNode evidence = object("One look at the world.");
        with(evidence, "verifications", count("How many give occasion to it."));
        if (complete) {
            with(evidence, "questions", count("How many questions were asked of name servers."));
            with(evidence, "pages", count("How many token files were fetched."));
            with(evidence, "endpoints", count("How many served certificates were looked at."));
            with(evidence, "took_ms", count(""));
        }
        return evidence;
    }

    private static ObjectNode changeSummary() {
        ObjectNode summary = object("");
        ObjectNode operation = Shape.text("What is summed up.");
        operation.putArray("enum").add("plan").add("apply");
        with(summary, "operation", operation);
        may(summary, "changes", reference("summary"));
        may(summary, "complete", flag("Of a plan."));
        may(summary, "outcomes", OutcomeShape.counts("Of an apply: how many there are of each kind."));
        with(summary, "interrupted", flag(""));
        return end(summary);
    }

    private static ObjectNode progress() {
        ObjectNode change = OutcomeShape.key();
        with(change, "verdict", word(Verdict.ofChanges(), ""));
        with(change, "action", word(Action.values(), ""));
        with(change, "reason", reference("reason"));
        ObjectNode progress = with(object(""), "change", change);
        with(progress, "since", time("Since when it is so."));
        return may(progress, "next_look", time("When it is asked next."));
    }
}

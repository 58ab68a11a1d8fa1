package dev.ascertain.cli.schema;

import static dev.ascertain.cli.schema.Shape.count;
import static dev.ascertain.cli.schema.Shape.list;
import static dev.ascertain.cli.schema.Shape.may;
import static dev.ascertain.cli.schema.Shape.object;
import static dev.ascertain.cli.schema.Shape.reference;
import static dev.ascertain.cli.schema.Shape.time;
import static dev.ascertain.cli.schema.Shape.with;
import static dev.ascertain.cli.schema.Shape.word;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ascertain.core.apply.Course;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.judge.Action;

/** What became of one verification, the same in events and reports. */
final class OutcomeShape {
    private OutcomeShape() {}

    /** How many there are of each kind. */
    static ObjectNode counts(String doc) {
        ObjectNode outcomes = object(doc);
        for (Outcome.Result kind : Outcome.Result.values()) {
            with(outcomes, kind.word(), count(""));
        }
        return outcomes;
    }

    static ObjectNode key() {
        return with(with(object("Which verification."), "address", Shape.text("")), "instance", Shape.text(""));
    }

    static ObjectNode outcome() {
        ObjectNode outcome = key();
        with(outcome, "severity", word(Severity.values(), ""));
        may(outcome, "owner", Shape.text(""));
        with(outcome, "planned_action", word(Action.values(), ""));
        with(outcome, "result", word(Outcome.Result.values(), "What became of it."));
        with(outcome, "message", Shape.text(""));
        may(outcome, "next", Shape.text("What to do."));
        with(outcome, "triggers", count("How often a check was asked for in this run."));
        may(outcome, "course", course());
        return may(outcome, "latest", reference("change"));
    }

    private static ObjectNode course() {
        ObjectNode step = object("One step, or several in a row that showed the same.");
        with(step, "kind", word(Course.Kind.values(), "A check was asked for, it was looked at, or a call failed."));
        with(step, "from", time("When the first of them was."));
        with(step, "to", time("When the last of them was."));
        with(step, "times", count("How many there were.").put("minimum", 1));
        with(step, "said", Shape.text("What was asked for, seen or refused."));
        ObjectNode course = object("What was done for it, and when; missing where apply had nothing to do with it.");
        with(course, "steps", list(step, "In their order; empty if nobody asked or looked."));
        return with(course, "ended", time("When it came to its outcome."));
    }
}

package dev.ascertain.cli.schema;

import static dev.ascertain.cli.schema.Shape.count;
import static dev.ascertain.cli.schema.Shape.flag;
import static dev.ascertain.cli.schema.Shape.list;
import static dev.ascertain.cli.schema.Shape.may;
import static dev.ascertain.cli.schema.Shape.with;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The schema of the JSON report of an apply. */
public final class ApplySchema {
    private ApplySchema() {}

    /** The schema as JSON text, ending with a line break. */
    public static String text() {
        ObjectNode report = Shape.document("apply", "What an apply of Ascertain came to");
        report.put("type", "object");
        with(report, "format_version", Shape.version());
        with(report, "ascertain_version", Shape.text("Which version ran."));
        with(report, "plan_id", Shape.text("Of the plan that was applied."));
        with(report, "manifest_digest", ChangeShape.digest("Covers what the manifests mean."));
        with(report, "interrupted", flag("Whether the run was stopped before its end."));
        with(report, "exit_code", count("What the run ended with."));
        may(report, "exit_reason", Shape.exitReason());
        with(report, "summary", OutcomeShape.counts("How many there are of each kind."));
        with(report, "outcomes", list(Shape.reference("outcome"), "In the plan's order."));
        ChangeShape.define(report);
        report.withObject("/$defs").set("outcome", OutcomeShape.outcome());
        return report.toPrettyString() + "\n";
    }
}

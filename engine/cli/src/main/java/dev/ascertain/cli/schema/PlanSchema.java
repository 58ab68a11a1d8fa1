package dev.ascertain.cli.schema;

import static dev.ascertain.cli.schema.Shape.flag;
import static dev.ascertain.cli.schema.Shape.list;
import static dev.ascertain.cli.schema.Shape.may;
import static dev.ascertain.cli.schema.Shape.reference;
import static dev.ascertain.cli.schema.Shape.time;
import static dev.ascertain.cli.schema.Shape.with;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The schema of plan files. */
public final class PlanSchema {
    private PlanSchema() {}

    /** The schema as JSON text, ending with a line break. */
    public static String text() {
        ObjectNode plan = Shape.document("plan", "A plan of Ascertain");
        plan.put("type", "object");
        with(plan, "format_version", Shape.version());
        with(plan, "ascertain_version", Shape.text("Which version made it."));
        with(plan, "created_at", time("When it was made."));
        with(plan, "expires_at", time("Until when it may be applied."));
        may(plan, "applied_at", time("When an apply of it began; it is not applied again."));
        with(plan, "id", Shape.text("A new one for each plan."));
        with(plan, "manifest_digest", ChangeShape.digest("Covers what the manifests mean."));
        with(plan, "manifests", list(Shape.text(""), "The files it was made from."));
        with(plan, "complete", flag("Whether every verification was asked for; only then it can be applied."));
        with(plan, "summary", reference("summary"));
        with(plan, "changes", list(reference("change"), "In the order of the manifests."));
        with(plan, "digest", ChangeShape.digest("Covers every byte before it; always last."));
        ChangeShape.define(plan);
        return plan.toPrettyString() + "\n";
    }
}

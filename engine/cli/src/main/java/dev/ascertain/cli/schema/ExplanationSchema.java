package dev.ascertain.cli.schema;

import static dev.ascertain.cli.schema.Shape.flag;
import static dev.ascertain.cli.schema.Shape.list;
import static dev.ascertain.cli.schema.Shape.object;
import static dev.ascertain.cli.schema.Shape.reference;
import static dev.ascertain.cli.schema.Shape.time;
import static dev.ascertain.cli.schema.Shape.with;
import static dev.ascertain.cli.schema.Shape.word;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ascertain.core.explain.Link;
import dev.ascertain.core.explain.Moment;
import dev.ascertain.core.judge.Party;

/** The schema of what {@code ascertain explain --json} writes. */
public final class ExplanationSchema {
    private ExplanationSchema() {}

    /** The schema as JSON text, ending with a line break. */
    public static String text() {
        ObjectNode document = Shape.document("explanation", "An explanation of Ascertain");
        document.put("type", "object");
        with(document, "format_version", Shape.version());
        with(document, "explanations", list(explanation(), "One for each verification."));
        ChangeShape.define(document);
        return document.toPrettyString() + "\n";
    }

    private static ObjectNode explanation() {
        ObjectNode explanation = object("");
        with(explanation, "change", reference("change"));
        with(explanation, "vendor", Shape.text("The provider's name in sentences."));
        with(explanation, "links", list(link(), "The chain; each link needs those before it."));
        with(explanation, "acts", list(act(), "What somebody must or should do; what must be done first."));
        PublicationsShape.define(explanation);
        with(explanation, "clock", list(moment(), "What happens by itself, the earliest first."));
        return with(explanation, "limits", list(Shape.text(""), "What could not be looked at, as sentences."));
    }

    private static ObjectNode link() {
        ObjectNode link = object("");
        with(link, "step", word(Link.Step.values(), "Which link."));
        with(link, "state", word(Link.State.values(), "How it holds."));
        with(link, "first_broken", flag("Whether to mend this one before the others; at most one is."));
        with(link, "facts", list(Shape.text(""), "What was seen, as sentences."));
        return with(link, "rules", list(Shape.text(""), "The rules that matched here; see the change's findings."));
    }

    private static ObjectNode act() {
        ObjectNode act = with(object(""), "party", word(Party.values(), "Whose move it is."));
        with(act, "must", flag("Whether nothing goes on without it."));
        with(act, "why", Shape.text(""));
        return with(act, "what", Shape.text("What to do."));
    }

    private static ObjectNode moment() {
        ObjectNode moment = with(object(""), "event", word(Moment.Event.values(), "What happens."));
        with(moment, "at", time("When."));
        with(moment, "estimated", flag("Whether it follows from what the vendor publishes."));
        return with(moment, "who", Shape.text("The provider, or the resolver."));
    }
}

package dev.ascertain.cli.schema;

import static dev.ascertain.cli.schema.Shape.count;
import static dev.ascertain.cli.schema.Shape.flag;
import static dev.ascertain.cli.schema.Shape.list;
import static dev.ascertain.cli.schema.Shape.may;
import static dev.ascertain.cli.schema.Shape.object;
import static dev.ascertain.cli.schema.Shape.time;
import static dev.ascertain.cli.schema.Shape.with;
import static dev.ascertain.cli.schema.Shape.word;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ascertain.core.gate.Since;
import dev.ascertain.core.judge.Verdict;

/** The schema of what a webhook is told. */
public final class WebhookSchema {
    private WebhookSchema() {}

    /** The schema as JSON text, ending with a line break. */
    public static String text() {
        ObjectNode message = Shape.document("webhook", "What Ascertain tells a webhook");
        message.put("type", "object");
        with(message, "format_version", Shape.version());
        with(message, "ascertain_version", Shape.text("Which version ran."));
        ObjectNode command = Shape.text("What ran.");
        command.putArray("enum").add("plan").add("apply");
        with(message, "command", command);
        with(message, "at", time("When it looked, or ended."));
        with(message, "complete", flag("Whether it came to its end with everything asked for."));
        with(message, "exit_code", count("What the run ended with."));
        may(message, "exit_reason", Shape.exitReason());
        with(message, "summary", Shape.text("The result in one sentence."));
        may(message, "since", since());
        with(message, "faults", list(fault(), "What went wrong with the run itself; 20 at most."));
        with(message, "changes", list(change(), "What is not as expected, or what has changed; worst first."));
        with(message, "more", count("How many changes had no room here."));
        return message.toPrettyString() + "\n";
    }

    private static ObjectNode since() {
        ObjectNode since = object("How it stands beside the earlier run of --since; only with that.");
        with(since, "file", Shape.text("The earlier run's."));
        with(since, "summary", Shape.text("The same in one sentence."));
        for (Since word : Since.values()) {
            with(since, word.word(), count(""));
        }
        return with(since, "gone", count("Not as expected then, and not part of this run."));
    }

    private static ObjectNode fault() {
        ObjectNode fault = object("");
        with(fault, "summary", Shape.text("A few words without user data."));
        return with(fault, "detail", Shape.text("What is wrong, why, and what to do."));
    }

    private static ObjectNode change() {
        ObjectNode change = object("One verification.");
        with(change, "address", Shape.text("The declaration's address."));
        with(change, "instance", Shape.text("What tells it apart where a declaration matches several; may be empty."));
        with(change, "type", Shape.text("The resource type."));
        with(change, "provider", Shape.text("The provider's account."));
        with(change, "owner", Shape.text("Who acts; empty if the manifest does not say."));
        with(change, "verdict", word(Verdict.ofChanges(), "What its state means."));
        with(change, "headline", Shape.text("What is or was done about it."));
        may(change, "since", word(Since.values(), "How it stands beside the earlier run."));
        ObjectNode reason = object("");
        with(reason, "code", Shape.text("For programs."));
        with(change, "reason", with(reason, "message", Shape.text("For people.")));
        with(change, "next", Shape.text("What to do; may be empty."));
        with(change, "details", list(Shape.text(""), "What differs, what must be published, when something happens."));
        ObjectNode source = object("Where it is declared.");
        with(source, "file", Shape.text(""));
        with(source, "line", count("From 1."));
        with(source, "column", count("From 1."));
        return with(change, "source", source);
    }
}

package dev.ascertain.cli.schema;

import static dev.ascertain.cli.schema.Shape.flag;
import static dev.ascertain.cli.schema.Shape.list;
import static dev.ascertain.cli.schema.Shape.may;
import static dev.ascertain.cli.schema.Shape.object;
import static dev.ascertain.cli.schema.Shape.reference;
import static dev.ascertain.cli.schema.Shape.text;
import static dev.ascertain.cli.schema.Shape.time;
import static dev.ascertain.cli.schema.Shape.with;
import static dev.ascertain.cli.schema.Shape.word;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Party;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.spi.Trigger;

/** One change of a plan, the same in plan files, events and reports. */
final class ChangeShape {
    private ChangeShape() {}

    /** Adds the definitions that {@code #/$defs/change} needs. */
    static void define(ObjectNode document) {
        ObjectNode definitions = document.withObject("/$defs");
        definitions.set("reason", reason());
        definitions.set("trigger", trigger());
        definitions.set("summary", summary());
        definitions.set("change", change());
    }

    private static ObjectNode change() {
        ObjectNode change = object("What a plan says of one verification.");
        with(change, "address", text("The declaration's address."));
        with(change, "instance", text("What tells it apart where a declaration matches several; may be empty."));
        with(change, "type", text("The resource type."));
        with(change, "provider", text("The provider's account."));
        with(change, "verdict", word(Verdict.ofChanges(), "What its state means."));
        with(change, "action", word(Action.values(), "What apply does about it."));
        with(change, "reason", reference("reason"));
        may(change, "next", text("What to do."));
        with(change, "findings", list(finding(), "Every rule that matched, the headline first."));
        with(change, "severity", word(Severity.values(), "Whether it counts for the exit code."));
        may(change, "owner", text("Who acts, as the manifest says."));
        may(change, "trigger", reference("trigger"));
        with(change, "differences", list(difference(), "The attributes that are not as expected."));
        with(change, "observed", object("The live attributes as reported, by name."));
        with(change, "challenges", list(challenge(), "What must be published."));
        with(change, "schedule", schedule());
        may(change, "claim", claim());
        with(change, "source", source());
        return with(change, "fingerprint", digest("Covers address, instance, observed values and action."));
    }

    static ObjectNode digest(String doc) {
        return text(doc).put("pattern", "^sha256:");
    }

    private static ObjectNode reason() {
        ObjectNode reason = object("Why the verdict was given.");
        with(reason, "code", text("For scripts; stable."));
        return with(reason, "message", text("For people."));
    }

    private static ObjectNode trigger() {
        ObjectNode trigger = object(
                "The call that apply makes: there if the action is retry, and where it comes after a wait, with the verdict waiting.");
        with(trigger, "kind", word(Trigger.Kind.values(), "Another check, or a new order."));
        with(trigger, "description", text("What will be done, to be read after \"ask\"."));
        return with(trigger, "call", text("What the provider needs to know, in its own form."));
    }

    private static ObjectNode finding() {
        ObjectNode finding = object("");
        with(finding, "rule", text("Its id."));
        with(finding, "verdict", word(Verdict.values(), ""));
        with(finding, "reason", reference("reason"));
        may(finding, "next", text("What to do."));
        with(finding, "owner", word(Party.values(), "Whose move it is."));
        return may(finding, "look_again", time("When it is worth looking again."));
    }

    private static ObjectNode difference() {
        ObjectNode difference = object("");
        with(difference, "attribute", text("Its name."));
        with(difference, "expected", object("As a manifest would write it.").put("minProperties", 1));
        difference
                .withObject("/properties/actual")
                .put("description", "As reported; missing if the provider left it out.");
        return difference;
    }

    private static ObjectNode challenge() {
        ObjectNode challenge = object("");
        ObjectNode kind = text("");
        kind.putArray("enum").add("txt").add("cname").add("http").add("email");
        with(challenge, "kind", kind);
        with(challenge, "name", text("The owner name of the record, the address of the file or of the mail."));
        with(challenge, "value", text("The value of the record, or the content of the file."));
        return may(challenge, "status", text("What the provider says of it."));
    }

    private static ObjectNode schedule() {
        ObjectNode schedule = object("The provider's own clock.");
        may(schedule, "created", time("When the order began."));
        may(schedule, "next_check", time("When the provider looks again by itself."));
        may(schedule, "gives_up", time("When it stops looking."));
        may(schedule, "token_expires", time("When what must be published stops counting."));
        may(schedule, "not_after", time("When the certificate in service expires."));
        return with(schedule, "estimated", flag("Whether the first four follow from what the vendor publishes."));
    }

    private static ObjectNode claim() {
        ObjectNode claim = object("What it is about in the world outside the provider; missing if that is not known.");
        with(claim, "host", text("The name, with *. in front for a wildcard; may be empty."));
        with(claim, "certificate", flag("Whether a certificate authority takes part."));
        with(claim, "authorities", list(text(""), "Those of which one will issue, as they stand in CAA records."));
        may(claim, "chosen", text("The one that is asked."));
        return may(claim, "delegation", text("The domain below which the provider itself can publish the proof."));
    }

    private static ObjectNode source() {
        ObjectNode source = object("Where the declaration begins.");
        with(source, "file", text(""));
        with(source, "line", Shape.count("From 1."));
        return with(source, "column", Shape.count("From 1."));
    }

    private static ObjectNode summary() {
        ObjectNode summary = object("How many changes there are of each action.");
        for (String name : new String[] {"retry", "wait", "manual", "met", "unobservable"}) {
            with(summary, name, Shape.count(""));
        }
        return summary;
    }
}

package dev.ascertain.cli.schema;

import static dev.ascertain.cli.schema.Shape.count;
import static dev.ascertain.cli.schema.Shape.list;
import static dev.ascertain.cli.schema.Shape.may;
import static dev.ascertain.cli.schema.Shape.object;
import static dev.ascertain.cli.schema.Shape.text;
import static dev.ascertain.cli.schema.Shape.with;
import static dev.ascertain.cli.schema.Shape.word;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ascertain.core.publish.Presence;
import dev.ascertain.core.publish.RecordType;

/** What must be published, the same for {@code records} and {@code explain}. */
final class PublicationsShape {
    private PublicationsShape() {}

    /** Adds the fields to an object. */
    static void define(ObjectNode object) {
        with(object, "records", list(set(), "The records of one name and type each."));
        with(object, "files", list(file(), "Files that must be served."));
        with(object, "mails", list(mail(), "Mails that must be confirmed."));
    }

    private static ObjectNode set() {
        ObjectNode set = object("");
        with(set, "name", text("Lower case, without the final dot."));
        ObjectNode type = text("");
        for (RecordType one : RecordType.values()) {
            type.withArray("/enum").add(one.name());
        }
        with(set, "type", type);
        may(set, "zone", text("The zone that holds the name; missing if that is not known."));
        with(set, "relative_name", text("The name without the zone, @ for the zone's own."));
        with(set, "ttl", count("In seconds."));
        ObjectNode value = object("");
        with(
                value,
                "value",
                text("The text of a TXT record in one piece, a CNAME's target, the data of a CAA record."));
        with(value, "presence", word(Presence.values(), "How much of it is published."));
        with(value, "zone_file", text("The record as a line of a zone file."));
        with(value, "for", verifications());
        return with(set, "values", list(value, "All of them belong there."));
    }

    private static ObjectNode file() {
        ObjectNode file = with(with(object(""), "url", text("")), "content", text("All of it."));
        with(file, "presence", word(Presence.values(), "Where it is served."));
        return with(file, "for", verifications());
    }

    private static ObjectNode mail() {
        return with(with(object(""), "to", text("To whom it is sent.")), "for", verifications());
    }

    private static ObjectNode verifications() {
        return list(text(""), "The verifications that wait for it, each address and instance.");
    }
}

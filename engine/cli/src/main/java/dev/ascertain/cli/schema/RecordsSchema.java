package dev.ascertain.cli.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The schema of what {@code ascertain records --format json} writes. */
public final class RecordsSchema {
    private RecordsSchema() {}

    /** The schema as JSON text, ending with a line break. */
    public static String text() {
        ObjectNode records = Shape.document("records", "What must be published, by Ascertain");
        records.put("type", "object");
        Shape.with(records, "format_version", Shape.version());
        PublicationsShape.define(records);
        return records.toPrettyString() + "\n";
    }
}

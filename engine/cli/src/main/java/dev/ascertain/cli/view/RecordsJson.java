package dev.ascertain.cli.view;

import dev.ascertain.core.publish.Publications;

/** What must be published, as one JSON object. */
public final class RecordsJson {
    /** Minor versions only add. */
    public static final String FORMAT = "1.0";

    private RecordsJson() {}

    /** The object as text, with a line break at its end. */
    public static String of(Publications publications) {
        return OneObject.of(json -> {
            json.writeStringField("format_version", FORMAT);
            PublicationsJson.write(json, publications);
        });
    }
}

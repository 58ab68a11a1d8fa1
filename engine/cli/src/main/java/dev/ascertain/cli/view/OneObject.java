package dev.ascertain.cli.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** One JSON object as text. */
final class OneObject {
    /** In ASCII. What comes after it is written as an escape: it might turn the direction of a terminal's text. */
    static final int LAST_PRINTABLE = 0x7e;

    private OneObject() {}

    /** Writes what is in the object. */
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** Indented for people, with a line break at its end; only printable ASCII, so that a terminal can show it. */
    static String of(Body body) {
        var text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.setHighestNonEscapedChar(LAST_PRINTABLE);
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return text.append('\n').toString();
    }
}

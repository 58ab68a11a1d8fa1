package dev.ascertain.core.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.ascertain.spi.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a plan as a stream, one change at a time. Fields that a later minor version added are passed over. */
final class PlanReader {
    private static final int DEEPEST = 64;

    private PlanReader() {}

    /** What is in the file is not what Ascertain writes; the message ends the sentence "It holds …". */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(String message) {
            super(message);
        }
    }

    /** No plan at all. */
    static final class NoPlan extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** What an apply came to. */
    static final class OfAnApply extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Made by a version whose plans this one does not know; the message is the format's version. */
    static final class Newer extends IOException {
        private static final long serialVersionUID = 1L;

        Newer(String format) {
            super(format);
        }
    }

    /**
     * @throws IOException one of the four above; Jackson's own if it is no JSON or is cut; or the file's
     */
    static Plan read(InputStream in) throws IOException {
        var limits = StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
        JsonFactory factory =
                JsonFactory.builder().streamReadConstraints(limits).build();
        try (JsonParser json = factory.createParser(in)) {
            requireFormat(json);
            return plan(json);
        }
    }

    private static void requireFormat(JsonParser json) throws IOException {
        try {
            if (json.nextToken() != JsonToken.START_OBJECT
                    || !"format_version".equals(json.nextFieldName())
                    || json.nextToken() != JsonToken.VALUE_STRING) {
                throw new NoPlan();
            }
        } catch (JsonParseException noJson) {
            throw new NoPlan();
        }
        if (!json.getText().startsWith("1.")) {
            throw new Newer(json.getText());
        }
    }

    private static Plan plan(JsonParser json) throws IOException {
        var head = new LinkedHashMap<String, Value>();
        var changes = new ArrayList<Change>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("outcomes")) {
                throw new OfAnApply();
            }
            if (name.equals("changes")) {
                readChanges(json, changes);
            } else if (json.currentToken() != JsonToken.VALUE_NULL) {
                head.put(name, ValueJson.read(json));
            }
        }
        if (json.nextToken() != null) {
            throw new Damaged("more than one plan");
        }
        return plan(new Part(head), changes);
    }

    private static void readChanges(JsonParser json, List<Change> changes) throws IOException {
        ValueJson.expect(json, JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Map<String, Value> fields = ValueJson.readFields(json);
            changes.add(ChangeReader.change(new Part(fields)));
        }
    }

    private static Plan plan(Part head, List<Change> changes) throws Damaged {
        return new Plan(
                head.text("id"),
                head.text("ascertain_version"),
                head.time("created_at"),
                head.time("expires_at"),
                head.texts("manifests"),
                head.text("manifest_digest"),
                head.flag("complete"),
                changes,
                head.timeOrNull("applied_at"));
    }
}

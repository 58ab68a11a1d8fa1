package dev.ascertain.cli.view;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ascertain.core.explain.Act;
import dev.ascertain.core.explain.Explanation;
import dev.ascertain.core.explain.Link;
import dev.ascertain.core.explain.Moment;
import dev.ascertain.core.judge.Finding;
import dev.ascertain.core.plan.PlanJson;
import java.io.IOException;
import java.util.List;

/** Explanations as one JSON object. */
public final class ExplanationJson {
    /** Minor versions only add. */
    public static final String FORMAT = "1.0";

    private ExplanationJson() {}

    /** The object as text, with a line break at its end. */
    public static String of(List<Explanation> explanations) {
        return OneObject.of(json -> {
            json.writeStringField("format_version", FORMAT);
            json.writeArrayFieldStart("explanations");
            for (Explanation explanation : explanations) {
                write(json, explanation);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Explanation explanation) throws IOException {
        json.writeStartObject();
        json.writeFieldName("change");
        PlanJson.writeChange(json, explanation.change());
        json.writeStringField("vendor", explanation.vendor());
        writeLinks(json, explanation);
        writeActs(json, explanation.acts());
        PublicationsJson.write(json, explanation.publish());
        writeClock(json, explanation.clock());
        writeTexts(json, "limits", explanation.limits());
        json.writeEndObject();
    }

    private static void writeLinks(JsonGenerator json, Explanation explanation) throws IOException {
        json.writeArrayFieldStart("links");
        for (Link link : explanation.links()) {
            json.writeStartObject();
            json.writeStringField("step", link.step().word());
            json.writeStringField("state", link.state().word());
            boolean first = explanation.firstBroken().filter(link::equals).isPresent();
            json.writeBooleanField("first_broken", first);
            writeTexts(json, "facts", link.facts());
            writeTexts(
                    json, "rules", link.findings().stream().map(Finding::rule).toList());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeActs(JsonGenerator json, List<Act> acts) throws IOException {
        json.writeArrayFieldStart("acts");
        for (Act act : acts) {
            json.writeStartObject();
            json.writeStringField("party", act.party().word());
            json.writeBooleanField("must", act.must());
            json.writeStringField("why", act.why());
            json.writeStringField("what", act.what());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeClock(JsonGenerator json, List<Moment> clock) throws IOException {
        json.writeArrayFieldStart("clock");
        for (Moment moment : clock) {
            json.writeStartObject();
            json.writeStringField("event", moment.event().word());
            json.writeStringField("at", moment.at().toString());
            json.writeBooleanField("estimated", moment.estimated());
            json.writeStringField("who", moment.who());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}

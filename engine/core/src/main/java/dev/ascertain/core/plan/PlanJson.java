package dev.ascertain.core.plan;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ascertain.core.judge.Difference;
import dev.ascertain.core.judge.Finding;
import dev.ascertain.core.judge.Reason;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Trigger;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A plan's parts as JSON: the same in a plan file, in the event stream and in a report. */
public final class PlanJson {
    private PlanJson() {}

    /** One change with all that the plan says of it. */
    public static void writeChange(JsonGenerator json, Change change) throws IOException {
        json.writeStartObject();
        writeHead(json, change.subject());
        json.writeStringField("verdict", change.verdict().word());
        json.writeStringField("action", change.action().word());
        writeReason(json, change.reason());
        writeIfPresent(json, "next", change.next());
        writeFindings(json, change);
        json.writeStringField("severity", change.subject().severity().word());
        writeIfPresent(json, "owner", change.subject().owner());
        if (change.trigger() != null) {
            json.writeFieldName("trigger");
            writeTrigger(json, change.trigger());
        }
        writeDifferences(json, change);
        json.writeFieldName("observed");
        ValueJson.writeFields(json, change.observed());
        writeChallenges(json, change);
        writeSchedule(json, change.schedule());
        writeClaim(json, change.claim());
        writeSource(json, change.subject());
        json.writeStringField("fingerprint", Fingerprint.of(change));
        json.writeEndObject();
    }

    /** How many changes there are of each action. */
    public static void writeSummary(JsonGenerator json, Summary summary) throws IOException {
        json.writeStartObject();
        json.writeNumberField("retry", summary.retry());
        json.writeNumberField("wait", summary.waiting());
        json.writeNumberField("manual", summary.manual());
        json.writeNumberField("met", summary.met());
        json.writeNumberField("unobservable", summary.unobservable());
        json.writeEndObject();
    }

    /** One call that asks for a check. */
    public static void writeTrigger(JsonGenerator json, Trigger trigger) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", word(trigger.kind()));
        json.writeStringField("description", trigger.description());
        json.writeStringField("call", trigger.call());
        json.writeEndObject();
    }

    /** Code and message, as the field {@code reason}. */
    public static void writeReason(JsonGenerator json, Reason reason) throws IOException {
        json.writeObjectFieldStart("reason");
        json.writeStringField("code", reason.code());
        json.writeStringField("message", reason.message());
        json.writeEndObject();
    }

    static String word(Trigger.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void writeHead(JsonGenerator json, Subject subject) throws IOException {
        json.writeStringField("address", subject.address());
        json.writeStringField("instance", subject.instance());
        json.writeStringField("type", subject.type());
        json.writeStringField("provider", subject.account());
    }

    private static void writeFindings(JsonGenerator json, Change change) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : change.findings()) {
            json.writeStartObject();
            json.writeStringField("rule", finding.rule());
            json.writeStringField("verdict", finding.verdict().word());
            writeReason(json, finding.reason());
            writeIfPresent(json, "next", finding.next());
            json.writeStringField("owner", finding.owner().word());
            writeTime(json, "look_again", finding.again());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeDifferences(JsonGenerator json, Change change) throws IOException {
        json.writeArrayFieldStart("differences");
        for (Difference difference : change.differences()) {
            json.writeStartObject();
            json.writeStringField("attribute", difference.attribute());
            json.writeFieldName("expected");
            MatcherJson.write(json, difference.expected());
            if (difference.actual() != null) {
                json.writeFieldName("actual");
                ValueJson.write(json, difference.actual());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeChallenges(JsonGenerator json, Change change) throws IOException {
        json.writeArrayFieldStart("challenges");
        for (Challenge challenge : change.challenges()) {
            json.writeStartObject();
            json.writeStringField("kind", kind(challenge));
            json.writeStringField("name", challenge.name());
            json.writeStringField("value", challenge.value());
            writeIfPresent(json, "status", challenge.status());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String kind(Challenge challenge) {
        return switch (challenge) {
            case Challenge.Txt _ -> "txt";
            case Challenge.Cname _ -> "cname";
            case Challenge.HttpFile _ -> "http";
            case Challenge.Email _ -> "email";
        };
    }

    private static void writeSchedule(JsonGenerator json, Schedule schedule) throws IOException {
        json.writeObjectFieldStart("schedule");
        writeTime(json, "created", schedule.created());
        writeTime(json, "next_check", schedule.nextCheck());
        writeTime(json, "gives_up", schedule.givesUp());
        writeTime(json, "token_expires", schedule.tokenExpires());
        writeTime(json, "not_after", schedule.notAfter());
        json.writeBooleanField("estimated", schedule.estimated());
        json.writeEndObject();
    }

    private static void writeClaim(JsonGenerator json, Claim claim) throws IOException {
        if (claim.equals(Claim.NONE)) {
            return;
        }
        json.writeObjectFieldStart("claim");
        json.writeStringField("host", claim.host());
        json.writeBooleanField("certificate", claim.certificate());
        json.writeArrayFieldStart("authorities");
        for (String authority : claim.authorities()) {
            json.writeString(authority);
        }
        json.writeEndArray();
        writeIfPresent(json, "chosen", claim.chosen());
        writeIfPresent(json, "delegation", claim.delegation());
        json.writeEndObject();
    }

    private static void writeSource(JsonGenerator json, Subject subject) throws IOException {
        json.writeObjectFieldStart("source");
        json.writeStringField("file", subject.file());
        json.writeNumberField("line", subject.line());
        json.writeNumberField("column", subject.column());
        json.writeEndObject();
    }

    private static void writeTime(JsonGenerator json, String name, @Nullable Instant time) throws IOException {
        writeIfPresent(json, name, time == null ? null : time.toString());
    }

    private static void writeIfPresent(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}

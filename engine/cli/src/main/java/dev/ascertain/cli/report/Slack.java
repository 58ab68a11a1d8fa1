package dev.ascertain.cli.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.Phrases;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.Since;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A message for an incoming webhook of Slack, in its Block Kit: the worst few, and how many more there are.
 *
 * <p>A block takes 3,000 characters, a heading 150, a message 50 blocks (<a
 * href="https://docs.slack.dev/reference/block-kit/blocks">Slack's pages</a>). Their sum has a bound too, of which the
 * pages say nothing: some 13,000 characters were refused.
 */
final class Slack {
    static final int LONGEST_HEADING = 150;
    static final int LONGEST_TEXT = 3_000;
    static final int MOST_BLOCKS = 50;

    /** Verifications, so that the message is read. */
    private static final int MOST = 20;

    private static final int LONGEST_MESSAGE = 10_000;
    private static final int MOST_FAULTS = 3;

    /** Of a name, and of a sentence. With both and what to do, one verification still has room in a block. */
    private static final int LONGEST_NAME = 700;

    private static final int LONGEST_SENTENCE = 1_000;

    private final News news;
    private final List<String> sections = new ArrayList<>();
    private final StringBuilder section = new StringBuilder();
    private int length;
    private int shown;

    private Slack(News news) {
        this.news = news;
    }

    static void write(News news, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            new Slack(news).write(json);
            json.writeRaw('\n');
        }
    }

    private void write(JsonGenerator json) throws IOException {
        addFaults();
        news.groups().forEach(this::addGroup);
        endSection();
        json.writeStartObject();
        json.writeStringField("text", news.title());
        json.writeBooleanField("unfurl_links", false);
        json.writeBooleanField("unfurl_media", false);
        json.writeArrayFieldStart("blocks");
        writeHeading(json);
        writeContext(json, circumstances());
        for (String text : sections) {
            writeSection(json, text);
        }
        int left = news.rows().size() - shown;
        if (left > 0) {
            writeContext(json, List.of("… " + left + " more are not shown here. The JSON report has them all."));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private List<String> circumstances() {
        var lines = new ArrayList<String>();
        if (news.run().exit().code() != ExitCode.OK) {
            lines.add(Mrkdwn.text(news.run().exit().sentence(), LONGEST_SENTENCE));
        }
        if (!news.run().complete()) {
            lines.add("Not everything was asked for: this " + news.run().command() + " is not complete.");
        }
        Comparison comparison = news.comparison();
        if (comparison != null) {
            lines.add("Since " + Mrkdwn.code(Visible.line(comparison.name()), LONGEST_NAME) + ": "
                    + Phrases.sentence(comparison));
        }
        return lines;
    }

    private void addFaults() {
        if (news.faults().isEmpty()) {
            return;
        }
        section.append("*The run itself: ").append(news.faults().size()).append("*\n");
        for (News.Fault fault : news.faults().stream().limit(MOST_FAULTS).toList()) {
            add("• %s – %s\n"
                    .formatted(
                            Mrkdwn.text(fault.summary(), LONGEST_NAME), Mrkdwn.text(fault.detail(), LONGEST_SENTENCE)));
        }
        endSection();
    }

    private void addGroup(String title, List<Row> rows) {
        boolean begun = false;
        for (Row row : rows) {
            String line = line(row);
            if (shown == MOST || length + section.length() + line.length() > LONGEST_MESSAGE) {
                return;
            }
            if (!begun) {
                endSection();
                section.append("*%s: %d*\n".formatted(Mrkdwn.text(title, LONGEST_NAME), rows.size()));
                begun = true;
            }
            add(line);
            shown++;
        }
    }

    private static String line(Row row) {
        String next = row.why().next();
        return "• %s%s – %s%s\n"
                .formatted(
                        Mrkdwn.code(row.about().name(), LONGEST_NAME),
                        mark(row),
                        Mrkdwn.text(row.why().message(), LONGEST_SENTENCE),
                        next.isEmpty() ? "" : "\n   Next: " + Mrkdwn.text(next, LONGEST_SENTENCE));
    }

    private static String mark(Row row) {
        return row.since() == Since.LOST ? " (was met)" : row.since() == Since.NEW ? " (new)" : "";
    }

    private void add(String line) {
        if (section.length() + line.length() > LONGEST_TEXT) {
            endSection();
        }
        section.append(line);
    }

    private void endSection() {
        if (!section.isEmpty()) {
            length += section.length();
            sections.add(section.toString().stripTrailing());
            section.setLength(0);
        }
    }

    private void writeHeading(JsonGenerator json) throws IOException {
        String title = news.title();
        json.writeStartObject();
        json.writeStringField("type", "header");
        json.writeObjectFieldStart("text");
        json.writeStringField("type", "plain_text");
        json.writeStringField(
                "text", title.length() <= LONGEST_HEADING ? title : title.substring(0, LONGEST_HEADING - 1) + "…");
        json.writeBooleanField("emoji", false);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeSection(JsonGenerator json, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "section");
        json.writeFieldName("text");
        writeText(json, text);
        json.writeEndObject();
    }

    private static void writeContext(JsonGenerator json, List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        json.writeStartObject();
        json.writeStringField("type", "context");
        json.writeArrayFieldStart("elements");
        for (String line : lines) {
            writeText(json, line);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Verbatim: names of channels and addresses stay text. */
    private static void writeText(JsonGenerator json, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "mrkdwn");
        json.writeStringField("text", text);
        json.writeBooleanField("verbatim", true);
        json.writeEndObject();
    }
}

package dev.ascertain.cli.report;

import dev.ascertain.cli.view.Markdown;
import dev.ascertain.cli.view.Phrases;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.Since;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Markdown for people: worst first, grouped by who must act. What does not fit is counted and told.
 *
 * <p>GitHub takes a step summary of up to 1 MiB.
 */
final class Summary {
    /** Bytes that the report may have. */
    static final int LIMIT = 1 << 20;

    /** Bytes kept free for what stands at the end, and for the end of a group. */
    private static final int RESERVE = 1024;

    private static final String END_OF_GROUP = "\n</details>\n";
    private static final int MOST_DIAGNOSTICS = 20;
    private static final int MOST_KEYS = 20;

    /** What GitHub and GitLab make links of, or send mail for, even where it is escaped. */
    private static final Pattern MENTION = Pattern.compile("[@#!~%$&][\\p{L}\\p{N}{`\"]");

    private final Report report;
    private final int limit;
    private final StringBuilder text = new StringBuilder();
    private int bytes;
    private int left;
    private int untold;

    private Summary(Report report, int limit) {
        this.report = report;
        this.limit = limit;
    }

    static void write(Report report, OutputStream out) throws IOException {
        out.write(text(report, LIMIT).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The report.
     *
     * @param limit how many bytes it may have in UTF-8, at least 4096
     */
    static String text(Report report, int limit) {
        return new Summary(report, limit).text();
    }

    private String text() {
        add("<!-- ascertain report " + Report.FORMAT_VERSION + " -->\n");
        add("# " + report.run().title() + ": " + report.sentence() + "\n");
        report.gate().ifPresent(closed -> add("\n**" + prose(closed) + "**\n"));
        if (!report.run().complete()) {
            add("\n**Not everything was asked for: this " + report.run().command() + " is not complete.**\n");
        }
        addComparison();
        report.diagnostics().stream().limit(MOST_DIAGNOSTICS).forEach(this::addDiagnostic);
        groups().forEach(this::addGroup);
        addLeft(left, "");
        addLeft(untold, "details of ");
        return text.toString();
    }

    private void addLeft(int count, String what) {
        if (count > 0) {
            text.append(
                    "\n> **… %s%d more are not shown: this report ends at %d bytes. The JSON report has them all.**\n"
                            .formatted(what, count, limit));
        }
    }

    /** What was lost and what is fixed by name: the latter stands nowhere else. */
    private void addComparison() {
        Comparison comparison = report.comparison();
        if (comparison == null) {
            return;
        }
        offer("\nCompared with %s: %s\n"
                .formatted(Markdown.code(comparison.name()), prose(Phrases.sentence(comparison))));
        addKeys("lost", comparison.keys(Since.LOST));
        addKeys("fixed", comparison.keys(Since.FIXED));
    }

    private void addKeys(String word, List<String> keys) {
        if (!keys.isEmpty()) {
            String more = keys.size() > MOST_KEYS ? ", and " + (keys.size() - MOST_KEYS) + " more" : "";
            offer(keys.stream()
                    .limit(MOST_KEYS)
                    .map(Markdown::code)
                    .collect(Collectors.joining(", ", "\n- " + word + ": ", more + "\n")));
        }
    }

    private void addDiagnostic(Diagnostic diagnostic) {
        offer("\n- **%s**: %s\n"
                .formatted(diagnostic.severity().word(), prose(diagnostic.summary() + ". " + diagnostic.detail())));
    }

    private Map<String, List<Row>> groups() {
        return report.open().stream()
                .collect(Collectors.groupingBy(Row::group, LinkedHashMap::new, Collectors.toList()));
    }

    private void addGroup(String title, List<Row> rows) {
        String head = "\n## %s: %d\n\n| verification | why | next | declared in |\n|---|---|---|---|\n"
                .formatted(prose(title), rows.size());
        int shown = offer(head) ? offerEach(rows, Summary::line) : 0;
        left += rows.size() - shown;
        List<Row> more = rows.stream()
                .limit(shown)
                .filter(row -> !row.details().isEmpty())
                .toList();
        untold += more.size();
        if (!more.isEmpty() && offer("\n<details><summary>Details</summary>\n")) {
            untold -= offerEach(more, Summary::details);
            add(END_OF_GROUP);
        }
    }

    /** Adds as many as fit, and tells how many. */
    private int offerEach(List<Row> rows, Function<Row, String> form) {
        int shown = 0;
        while (shown < rows.size() && offer(form.apply(rows.get(shown)))) {
            shown++;
        }
        return shown;
    }

    private static String line(Row row) {
        Verification about = row.about();
        String name = Markdown.cell(about.address())
                + (about.instance().isEmpty() ? "" : " " + Markdown.cell(about.instance()));
        return "| %s%s | %s | %s | %s |\n"
                .formatted(
                        name,
                        Phrases.mark(row.since()),
                        within(row.why().message()),
                        within(row.why().next()),
                        Markdown.cell(about.place()));
    }

    private static String details(Row row) {
        return row.details().stream()
                .map(line -> "  - " + Markdown.code(line) + "\n")
                .collect(Collectors.joining(
                        "", "\n- " + Markdown.code(row.about().name()) + "\n", ""));
    }

    /** A sentence, as one; but as code where GitHub or GitLab would make a link of a part of it. */
    private static String prose(String sentence) {
        return isMentioning(sentence) ? Markdown.code(sentence) : Markdown.text(sentence);
    }

    /** The same within a table. */
    private static String within(String sentence) {
        return isMentioning(sentence) ? Markdown.cell(sentence) : Markdown.text(sentence);
    }

    private static boolean isMentioning(String sentence) {
        return MENTION.matcher(sentence).find();
    }

    /** Adds it if it fits. */
    private boolean offer(String block) {
        int size = block.getBytes(StandardCharsets.UTF_8).length;
        if (bytes + size > limit - RESERVE) {
            return false;
        }
        bytes += size;
        text.append(block);
        return true;
    }

    private void add(String block) {
        bytes += block.getBytes(StandardCharsets.UTF_8).length;
        text.append(block);
    }
}

package dev.ascertain.cli.report;

import dev.ascertain.cli.html.Entry;
import dev.ascertain.cli.html.Page;
import dev.ascertain.cli.html.Page.Compared;
import dev.ascertain.cli.html.Page.Fact;
import dev.ascertain.cli.html.PageWriter;
import dev.ascertain.cli.view.Phrases;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.Since;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One web page that needs nothing beside it: worst first, grouped by who must act, to be searched and filtered. */
final class Html {
    /** References of one kind beside an earlier run; the filter finds all. */
    private static final int MOST_REFERENCES = 50;

    /** Verifications that a browser reads at a stretch, of one group. */
    private static final int PIECE = 100;

    private final Report report;
    private final IdentityHashMap<Row, String> ids = new IdentityHashMap<>();

    private Html(Report report) {
        this.report = report;
        report.rows().forEach(row -> ids.put(row, "v" + (ids.size() + 1)));
    }

    static void write(Report report, OutputStream out) throws IOException {
        PageWriter.write(new Html(report).page(), out);
    }

    private Page page() {
        return new Page(
                report.run().title(),
                report.sentence(),
                report.gate().orElse(null),
                facts(),
                notices(),
                compared(),
                HtmlChoices.of(report.rows()),
                HtmlTimeline.of(report, this::id).orElse(null),
                sections());
    }

    /** What should be known beside the verifications, also what could not be looked at. */
    private List<Page.Notice> notices() {
        Stream<Page.Notice> told = report.diagnostics().stream()
                .map(each ->
                        new Page.Notice(each.severity().word(), Visible.line(each.summary() + ". " + each.detail())));
        Stream<Page.Notice> limits = report.background().evidence().limits().stream()
                .map(limit -> new Page.Notice("warning", Visible.line("Not all could be seen. " + limit)));
        return Stream.concat(told, limits).toList();
    }

    private List<Fact> facts() {
        Report.Run run = report.run();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(run.command().equals("plan") ? "looked at" : "ended", Phrases.dated(run.at())));
        facts.add(Fact.of("Ascertain", run.version()));
        if (!run.complete()) {
            facts.add(Fact.of(
                    "not complete", "Not everything was asked for: this " + run.command() + " is not complete."));
        }
        return facts;
    }

    private @Nullable Compared compared() {
        Comparison comparison = report.comparison();
        if (comparison == null) {
            return null;
        }
        List<Compared.Kind> kinds = Arrays.stream(Since.values())
                .filter(since -> since != Since.STILL)
                .map(this::kind)
                .filter(kind -> !kind.references().isEmpty())
                .toList();
        return new Compared(Visible.line(comparison.name()), Phrases.sentence(comparison), kinds);
    }

    private Compared.Kind kind(Since since) {
        List<Row> rows =
                report.rows().stream().filter(row -> row.since() == since).toList();
        List<Compared.Reference> references = rows.stream()
                .limit(MOST_REFERENCES)
                .map(row -> new Compared.Reference(id(row), row.about().name()))
                .toList();
        return new Compared.Kind(since.word(), references, rows.size() - references.size());
    }

    private List<Page.Section> sections() {
        Map<String, List<Row>> groups = report.rows().stream()
                .collect(Collectors.groupingBy(Row::group, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> section(group.getKey(), group.getValue()))
                .toList();
    }

    private Page.Section section(String title, List<Row> rows) {
        int first = Math.min(PIECE, rows.size());
        var later = new ArrayList<Iterable<Entry>>();
        for (int at = first; at < rows.size(); at += PIECE) {
            later.add(entries(rows.subList(at, Math.min(at + PIECE, rows.size()))));
        }
        return new Page.Section(title, rows.size(), entries(rows.subList(0, first)), later);
    }

    private Iterable<Entry> entries(List<Row> rows) {
        return () ->
                rows.stream().map(row -> HtmlEntry.of(row, id(row), report)).iterator();
    }

    private String id(Row row) {
        return Objects.requireNonNull(ids.get(row), "every row is numbered");
    }
}

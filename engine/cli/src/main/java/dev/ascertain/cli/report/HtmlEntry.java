package dev.ascertain.cli.report;

import dev.ascertain.cli.html.Entry;
import dev.ascertain.cli.html.Page.Fact;
import dev.ascertain.cli.view.ExplanationPhrases;
import dev.ascertain.cli.view.Mark;
import dev.ascertain.cli.view.Phrases;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.explain.Act;
import dev.ascertain.core.explain.Explainer;
import dev.ascertain.core.explain.Explanation;
import dev.ascertain.core.explain.Link;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.plan.Change;
import dev.ascertain.evidence.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One verification of the page: what the text output and {@code explain} say of it, in their words. */
final class HtmlEntry {
    /** Lines of one kind; a provider may send more. */
    private static final int MOST = 50;

    private final Row row;
    private final Change change;
    private final Explanation explanation;
    private final boolean looked;

    private HtmlEntry(Row row, Explanation explanation, boolean looked) {
        this.row = row;
        this.change = row.origin().change();
        this.explanation = explanation;
        this.looked = looked;
    }

    static Entry of(Row row, String id, Report report) {
        Change change = row.origin().change();
        String vendor = report.background().vendor().apply(change.subject().type());
        Evidence evidence = report.background().evidence();
        Explanation explanation =
                Explainer.explain(change, vendor, evidence, report.run().at());
        return new HtmlEntry(row, explanation, !evidence.isEmpty()).entry(id);
    }

    /** The sign at the left edge. */
    static Mark mark(Row row) {
        Outcome outcome = row.origin().outcome();
        return outcome == null ? Mark.of(row.action()) : Mark.of(outcome.result());
    }

    static String tone(Row row) {
        return mark(row).name().toLowerCase(Locale.ROOT);
    }

    private Entry entry(String id) {
        Verification about = row.about();
        String since = row.since() == null ? "" : row.since().word();
        var filed =
                new Entry.Filed(about.address(), about.instance(), row.verdict().word(), about.owner(), since);
        return new Entry(id, filed, tone(row), mark(row).sign(), row.headline(), body());
    }

    private Entry.Body body() {
        return new Entry.Body(
                row.why().message(), facts(), HtmlPublications.of(explanation), HtmlTimeline.steps(row), chain());
    }

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        add(facts, "do", acts());
        if (row.weight() != Weight.NONE && isKnownWho()) {
            add(facts, "who", List.of(Visible.line(ExplanationPhrases.who(explanation))));
        }
        if (change.action() != Action.NONE
                && !row.why().message().contains(change.reason().message())) {
            add(facts, "why", List.of(Visible.line(change.reason().message())));
        }
        add(
                facts,
                "differs",
                Phrases.differences(change).stream().map(Visible::line).toList());
        add(facts, "also", Phrases.others(change, row.why().message()));
        add(facts, "when", times());
        add(facts, "verdict", List.of(row.verdict().word() + ": " + row.why().code()));
        add(facts, "declared in", List.of(declared()));
        return facts;
    }

    private String declared() {
        Verification about = row.about();
        String owner = about.owner().isEmpty() ? "" : ", owner " + about.owner();
        return about.place() + owner + ", account " + about.account();
    }

    /** That it is nobody is true of a wait, and not of what failed or is stale. */
    private boolean isKnownWho() {
        return explanation.acts().stream().anyMatch(Act::must)
                || (row.action() == Action.WAIT && row.origin().outcome() == null);
    }

    private static void add(List<Fact> facts, String label, List<String> texts) {
        if (!texts.isEmpty()) {
            facts.add(new Fact(label, texts));
        }
    }

    /** What all outputs say first, then what only an explanation knows; the headline's own is said once. */
    private List<String> acts() {
        String next = row.why().next();
        String headline = change.reason().message();
        Stream<String> others = explanation.acts().stream()
                .filter(act -> next.isEmpty() || !act.why().equals(headline))
                .filter(Act::must)
                .map(act -> Visible.line(act.what()));
        return Stream.concat(next.isEmpty() ? Stream.empty() : Stream.of(next), others)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private List<String> times() {
        Instant created = change.schedule().created();
        Stream<String> since = created == null || change.action() == Action.NONE
                ? Stream.empty()
                : Stream.of("the order began: " + Phrases.dated(created));
        return Stream.concat(since, Phrases.times(change.schedule()).stream()).toList();
    }

    /** Only where somebody looked: a chain of which nothing was seen says nothing. */
    private Entry.Chain chain() {
        if (!looked || change.action() == Action.NONE) {
            return new Entry.Chain("", List.of());
        }
        String broken = explanation
                .firstBroken()
                .map(link -> "the first link that does not hold is " + ExplanationPhrases.title(link))
                .orElse("no link is broken");
        return new Entry.Chain(
                "Evidence: " + broken,
                explanation.links().stream().map(this::link).toList());
    }

    private Entry.Link link(Link link) {
        Stream<String> findings = link.findings().stream()
                .filter(finding -> !finding.reason().equals(change.reason()))
                .map(finding -> finding.reason().message());
        return new Entry.Link(
                ExplanationPhrases.title(link),
                ExplanationPhrases.state(link),
                link.state().word(),
                Stream.concat(link.facts().stream(), findings)
                        .limit(MOST)
                        .map(Visible::line)
                        .toList());
    }
}

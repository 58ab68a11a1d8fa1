package dev.ascertain.cli.report;

import dev.ascertain.cli.view.Phrases;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.gate.Since;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Finding;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.plan.Change;
import dev.ascertain.spi.Schedule;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one verification. Every text is one harmless line: a format has only its own signs left to escape.
 *
 * @param verdict as last judged
 * @param action what would be done about it, as last judged
 * @param headline what is or was done, in the words of the text output
 * @param checks how often a check was asked for in this run
 * @param details what differs, what else was found, what must be published, and when something happens
 * @param since how it stands beside an earlier run; null if there is nothing to tell
 * @param origin what all this was made from
 */
record Row(
        Verification about,
        Weight weight,
        Verdict verdict,
        Action action,
        String headline,
        Why why,
        int checks,
        List<String> details,
        Schedule schedule,
        @Nullable Since since,
        Origin origin) {
    static final Comparator<Row> WORST_FIRST =
            Comparator.comparing(Row::weight).thenComparing(row -> urgency(row.action()));

    /**
     * Why it is so.
     *
     * @param code the reason, for programs
     * @param message a sentence
     * @param next what to do; empty if there is nothing
     */
    record Why(String code, String message, String next) {
        static Why of(String code, String message, @Nullable String next) {
            return new Why(Visible.line(code), Visible.line(message), next == null ? "" : Visible.line(next));
        }

        /** Everything in one line. */
        String whole() {
            return next.isEmpty() ? message : message + " Next: " + next;
        }
    }

    /**
     * What a row is made from, for a format that tells more. Hostile text.
     *
     * @param change as last judged
     * @param outcome null in a plan
     */
    record Origin(Change change, @Nullable Outcome outcome) {}

    Row {
        details = List.copyOf(details);
    }

    static Row of(Change change, Path folder) {
        Optional<Finding> warning = warning(change);
        Weight weight = weigh(change);
        boolean noted = weight == Weight.NONE && warning.isPresent();
        Why why = noted
                ? Why.of(
                        warning.get().reason().code(),
                        warning.get().reason().message(),
                        warning.get().next())
                : Why.of(change.reason().code(), change.reason().message(), Phrases.next(change, change.next()));
        return new Row(
                Verification.of(change.subject(), folder),
                noted ? Weight.NOTE : weight,
                change.verdict(),
                change.action(),
                Phrases.todo(change),
                why,
                0,
                Phrases.details(change, why.message()),
                change.schedule(),
                null,
                new Origin(change, null));
    }

    static Row of(Outcome outcome, Path folder) {
        Change change = outcome.last();
        Weight weight = weigh(outcome);
        return new Row(
                Verification.of(change.subject(), folder),
                weight,
                change.verdict(),
                change.action(),
                Phrases.became(outcome),
                Why.of(change.reason().code(), outcome.message(), next(outcome, change, weight)),
                outcome.triggers(),
                Phrases.details(change, outcome.message()),
                change.schedule(),
                null,
                new Origin(change, outcome));
    }

    private static @Nullable String next(Outcome outcome, Change latest, Weight weight) {
        return weight == Weight.NONE ? outcome.next() : Phrases.next(latest, outcome.next());
    }

    private static Optional<Finding> warning(Change change) {
        return change.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.WARNING)
                .findFirst();
    }

    private static Weight weigh(Change change) {
        return switch (change.action()) {
            case NONE -> Weight.NONE;
            case ERROR -> Weight.ERROR;
            case WAIT, RETRY, MANUAL -> unmet(change);
        };
    }

    private static Weight weigh(Outcome outcome) {
        return switch (outcome.result()) {
            case MET, SKIPPED -> Weight.NONE;
            case FAILED -> Weight.ERROR;
            case STALE, INTERRUPTED -> Weight.FAILURE;
            case UNCHANGED, STILL_CONVERGING, NEEDS_PERSON -> unmet(outcome.planned());
        };
    }

    private static Weight unmet(Change change) {
        return change.subject().severity() == Severity.WARNING ? Weight.WARNING : Weight.FAILURE;
    }

    private static int urgency(Action action) {
        return switch (action) {
            case MANUAL -> 0;
            case ERROR -> 1;
            case RETRY -> 2;
            case WAIT -> 3;
            case NONE -> 4;
        };
    }

    Row about(Verification other) {
        return new Row(other, weight, verdict, action, headline, why, checks, details, schedule, since, origin);
    }

    Row since(@Nullable Since word) {
        return new Row(about, weight, verdict, action, headline, why, checks, details, schedule, word, origin);
    }

    /** What rows are grouped by for people: who must act, or what is done. */
    String group() {
        String words = weight == Weight.NOTE ? "as expected, with a warning" : headline;
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The headline and why, in one line. */
    String sentence() {
        return headline + ": " + why.whole();
    }
}

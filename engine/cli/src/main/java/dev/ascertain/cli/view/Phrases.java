package dev.ascertain.cli.view;

import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.Since;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Difference;
import dev.ascertain.core.judge.Finding;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.spi.Schedule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of the text output, for reports that say the same in another form. Every text is one harmless line. */
public final class Phrases {
    /** Lines of one kind below a verification; a provider may send more. */
    private static final int MOST = 50;

    private Phrases() {}

    /** What is done about a change, such as {@code retry} or {@code needs you (edge-team)}. */
    public static String todo(Change change) {
        return ChangeText.todo(change);
    }

    /** What became of a change, such as {@code still converging}. */
    public static String became(Outcome outcome) {
        return ApplyText.words(outcome);
    }

    /** The plan in one sentence. */
    public static String sentence(Plan plan) {
        return PlanText.sentence(plan.summary());
    }

    /** The outcomes in one sentence. */
    public static String sentence(ApplyResult result) {
        return ApplyText.sentence(result);
    }

    /**
     * What to do: what was said, or else the first record that a person must publish.
     *
     * @param said null if nothing was
     * @return null if there is nothing
     */
    public static @Nullable String next(Change change, @Nullable String said) {
        if (said != null || change.action() != Action.MANUAL) {
            return said;
        }
        return ChangeText.proofs(change).stream().findFirst().orElse(null);
    }

    /**
     * What differs, what else was found, what must be published, and when something happens: a line for each.
     *
     * @param said what is told already, and is not told twice
     */
    public static List<String> details(Change change, String said) {
        var lines = new ArrayList<String>();
        lines.addAll(differences(change));
        if (change.action() != Action.NONE && !said.contains(change.reason().message())) {
            lines.add("why: " + Visible.line(change.reason().message()));
        }
        others(change, said).forEach(other -> lines.add("also: " + other));
        if (change.action() != Action.NONE) {
            ChangeText.proofs(change).stream().limit(MOST).forEach(lines::add);
        }
        lines.addAll(times(change.schedule()));
        return lines.stream().map(Visible::line).toList();
    }

    /** What is not as it should be, a phrase for each attribute. */
    public static List<String> differences(Change change) {
        return change.differences().stream()
                .limit(MOST)
                .map(Phrases::difference)
                .toList();
    }

    /**
     * What else was found, a sentence for each.
     *
     * @param said what is told already, and is not told twice
     */
    public static List<String> others(Change change, String said) {
        return change.findings().stream()
                .skip(change.action() == Action.NONE ? 0 : 1)
                .filter(finding -> finding.verdict() != Verdict.INFO && finding.verdict() != Verdict.MET)
                .filter(finding -> !said.contains(finding.reason().message()))
                .limit(MOST)
                .map(Phrases::finding)
                .toList();
    }

    private static String difference(Difference difference) {
        return Visible.line(difference.attribute()) + " is " + ValueText.live(difference.actual()) + ", expected "
                + ValueText.of(difference.expected());
    }

    private static String finding(Finding finding) {
        String weight = finding.verdict().decides() ? "" : finding.verdict().word() + ": ";
        return weight + Visible.line(finding.reason().message());
    }

    /** When something happens by itself, with its date: a phrase for each. */
    public static List<String> times(Schedule schedule) {
        var lines = new ArrayList<String>();
        String estimate = schedule.estimated() ? " (an estimate)" : "";
        addTime(lines, "the provider looks again: ", schedule.nextCheck(), estimate);
        addTime(lines, "the provider gives up: ", schedule.givesUp(), estimate);
        addTime(lines, "what must be published counts until: ", schedule.tokenExpires(), estimate);
        addTime(lines, "the certificate expires: ", schedule.notAfter(), "");
        return lines;
    }

    private static void addTime(List<String> lines, String what, @Nullable Instant time, String estimate) {
        if (time != null) {
            lines.add(what + dated(time) + estimate);
        }
    }

    /** Such as {@code 2026-11-22 12:05 UTC}. */
    public static String dated(Instant time) {
        return MomentText.dated(time, ZoneOffset.UTC);
    }

    /** Such as {@code 12:05:00}, in UTC. */
    public static String clock(Instant time) {
        return TimeText.clock(time, ZoneOffset.UTC);
    }

    /** How one change stands beside an earlier run, such as {@code , was met}; empty if there is nothing to tell. */
    public static String mark(@Nullable Since since) {
        return ComparisonText.mark(since);
    }

    /** How a plan stands beside an earlier run, in one sentence. */
    public static String sentence(Comparison comparison) {
        return ComparisonText.sentence(comparison);
    }
}

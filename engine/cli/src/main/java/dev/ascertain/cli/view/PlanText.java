package dev.ascertain.cli.view;

import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.core.plan.Summary;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A plan as text: what is not as expected, and one line that sums up. */
public final class PlanText {
    private final Screen screen;
    private final UnaryOperator<String> titleOfType;
    private final boolean verbose;

    /**
     * @param titleOfType the provider's name in sentences, by resource type
     * @param verbose whether what is as expected is listed too
     */
    public PlanText(Screen screen, UnaryOperator<String> titleOfType, boolean verbose) {
        this.screen = screen;
        this.titleOfType = titleOfType;
        this.verbose = verbose;
    }

    /** Writes the changes in pieces, so that a plan of any size takes little memory. */
    public void write(Plan plan, Instant now, Consumer<String> out) {
        write(plan, null, now, out);
    }

    /** Writes the changes and how they stand beside an earlier run, if they were compared with one. */
    void write(Plan plan, @Nullable Comparison comparison, Instant now, Consumer<String> out) {
        var text = new ChangeText(titleOfType, now, verbose);
        var notAsked = new TreeMap<String, Integer>();
        for (Change change : ChangeText.shown(plan.changes(), verbose)) {
            if (ChangeText.isNotAsked(change)
                    && notAsked.merge(change.subject().account(), 1, Integer::sum) > 1
                    && !verbose) {
                continue;
            }
            var page = new Page(screen);
            text.write(page, change, comparison == null ? null : comparison.of(change));
            page.blank();
            out.accept(page.toString());
        }
        var end = new Page(screen);
        if (!verbose) {
            notAsked.forEach((account, count) -> more(end, account, count - 1));
        }
        if (comparison != null) {
            ComparisonText.write(end, comparison);
        }
        end.result("Plan:", sentence(plan.summary()));
        out.accept(end.toString());
    }

    private static void more(Page page, String account, int count) {
        if (count > 0) {
            Mark mark = Mark.of(Action.ERROR);
            page.heading(mark.on(page.screen()), mark.ink(), count + " more of " + Visible.line(account), "not asked");
            page.blank();
        }
    }

    /** The plan in one sentence. */
    static String sentence(Summary summary) {
        var parts = new Parts();
        parts.add(summary.retry(), "to retry", "to retry");
        parts.add(summary.waiting(), "to wait for", "to wait for");
        parts.add(summary.manual(), "needs you", "need you");
        parts.add(summary.met(), "as expected", "as expected");
        parts.add(summary.unobservable(), "could not be read", "could not be read");
        return parts.sentence("no verifications");
    }

    /** When a saved plan was made, and until when it may be applied. */
    public static String validity(Plan plan, Instant now, ZoneId zone) {
        String made = "Made " + TimeText.absolute(plan.createdAt(), now, zone);
        if (!plan.complete() || plan.appliedAt() != null) {
            return made + ".";
        }
        String may = plan.expiresAt().isAfter(now) ? "may be applied" : "could be applied";
        return "%s, %s until %s.".formatted(made, may, TimeText.absolute(plan.expiresAt(), now, zone));
    }

    /** Until when a plan that is saved now may be applied, as the end of a sentence. */
    public static String until(Plan plan, ZoneId zone) {
        return ", until " + TimeText.absolute(plan.expiresAt(), plan.createdAt(), zone);
    }

    /** Why a plan cannot be applied, as a sentence; empty if it can. */
    public static Optional<String> hole(PlanResult result) {
        if (result.plan().complete()) {
            return Optional.empty();
        }
        String why = result.interrupted() ? "The run was stopped" : "Not all could be asked";
        return Optional.of(why + ": this plan is not complete, and cannot be applied.");
    }

    /**
     * What to do with the plan.
     *
     * @param apply the command that applies it
     * @param until the end of the sentence; may be empty
     * @return empty if there is nothing to be done by apply
     */
    public static List<String> next(Plan plan, String apply, String until) {
        Summary summary = plan.summary();
        int checks = plan.checks();
        if (checks > 0) {
            return List.of(
                    "Run \"%s\" to ask for %d check%s%s.".formatted(apply, checks, checks == 1 ? "" : "s", until));
        }
        if (summary.waiting() > 0) {
            return List.of("Run \"%s\" to wait for %d verification%s%s."
                    .formatted(apply, summary.waiting(), summary.waiting() == 1 ? "" : "s", until));
        }
        return List.of();
    }
}

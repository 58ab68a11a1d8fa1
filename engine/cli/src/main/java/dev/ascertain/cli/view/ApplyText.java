package dev.ascertain.cli.view;

import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.apply.Outcome.Result;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.plan.Change;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What an apply came to, as text: an outcome for everything there was to do, and one line that sums up. */
public final class ApplyText {
    private final Screen screen;
    private final UnaryOperator<String> titleOfType;
    private final boolean verbose;

    /**
     * @param titleOfType the provider's name in sentences, by resource type
     * @param verbose whether what was as expected before is listed too
     */
    public ApplyText(Screen screen, UnaryOperator<String> titleOfType, boolean verbose) {
        this.screen = screen;
        this.titleOfType = titleOfType;
        this.verbose = verbose;
    }

    /** Writes the outcomes in pieces, and what to do next. */
    public void write(ApplyResult result, Instant now, Consumer<String> out) {
        var text = new ChangeText(titleOfType, now, verbose);
        for (Outcome outcome : result.outcomes()) {
            if (verbose || isShown(outcome)) {
                var page = new Page(screen);
                write(page, outcome, text);
                page.blank();
                out.accept(page.toString());
            }
        }
        var end = new Page(screen);
        end.result("Apply:", sentence(result));
        next(result).forEach(end::paragraph);
        out.accept(end.toString());
    }

    /** Whether there was anything to do or to tell. */
    private static boolean isShown(Outcome outcome) {
        boolean quiet = outcome.result() == Result.SKIPPED || outcome.result() == Result.MET;
        return !quiet || outcome.planned().action() != Action.NONE;
    }

    private static void write(Page page, Outcome outcome, ChangeText text) {
        Mark mark = Mark.of(outcome.result());
        page.heading(mark.on(page.screen()), mark.ink(), ChangeText.key(outcome.planned()), words(outcome));
        page.body(Visible.line(outcome.message()) + asked(outcome));
        Change latest = outcome.last();
        boolean open = outcome.result() != Result.MET && outcome.result() != Result.SKIPPED;
        if (open && latest.action() != Action.NONE) {
            text.writeBody(page, latest, outcome.message(), outcome.next());
        } else if (outcome.next() != null) {
            page.labelled("next", Visible.line(outcome.next()));
        }
    }

    private static String asked(Outcome outcome) {
        return switch (outcome.triggers()) {
            case 0 -> "";
            case 1 -> " Asked once.";
            case 2 -> " Asked twice.";
            default -> " Asked " + outcome.triggers() + " times.";
        };
    }

    static String words(Outcome outcome) {
        return switch (outcome.result()) {
            case MET -> "met";
            case UNCHANGED -> weighed("unchanged", outcome);
            case STILL_CONVERGING -> weighed("still converging", outcome);
            case NEEDS_PERSON -> weighed(ChangeText.needs(outcome.last()), outcome);
            case STALE -> "stale";
            case FAILED -> "failed";
            case INTERRUPTED -> "interrupted";
            case SKIPPED -> "nothing to do";
        };
    }

    private static String weighed(String words, Outcome outcome) {
        return ChangeText.weighed(words, outcome.planned().subject());
    }

    /** The result in one sentence. */
    static String sentence(ApplyResult result) {
        Map<Result, Long> counts = counts(result);
        var parts = new Parts();
        parts.add(counts.getOrDefault(Result.MET, 0L), "met", "met");
        parts.add(counts.getOrDefault(Result.UNCHANGED, 0L), "unchanged", "unchanged");
        parts.add(counts.getOrDefault(Result.STILL_CONVERGING, 0L), "still converging", "still converging");
        parts.add(counts.getOrDefault(Result.NEEDS_PERSON, 0L), "needs you", "need you");
        parts.add(counts.getOrDefault(Result.STALE, 0L), "stale", "stale");
        parts.add(counts.getOrDefault(Result.FAILED, 0L), "failed", "failed");
        parts.add(counts.getOrDefault(Result.INTERRUPTED, 0L), "interrupted", "interrupted");
        parts.add(counts.getOrDefault(Result.SKIPPED, 0L), "with nothing to do", "with nothing to do");
        return parts.sentence("no verifications");
    }

    static Map<Result, Long> counts(ApplyResult result) {
        var counts = new EnumMap<Result, Long>(Result.class);
        result.outcomes().forEach(outcome -> counts.merge(outcome.result(), 1L, Long::sum));
        return counts;
    }

    private static List<String> next(ApplyResult result) {
        Map<Result, Long> counts = counts(result);
        if (counts.containsKey(Result.INTERRUPTED)) {
            return List.of("The run was stopped. Run \"ascertain plan\" to see where things stand.");
        }
        if (counts.containsKey(Result.STALE)) {
            return List.of("The world changed since the plan was made. Run \"ascertain plan\" again.");
        }
        if (counts.containsKey(Result.UNCHANGED) || counts.containsKey(Result.STILL_CONVERGING)) {
            return List.of(
                    "The provider goes on by itself. Run \"ascertain plan\" later, or \"ascertain apply --wait 30m\" to wait longer.");
        }
        return List.of();
    }
}

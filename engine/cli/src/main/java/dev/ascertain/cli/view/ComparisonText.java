package dev.ascertain.cli.view;

import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.Since;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a plan stands beside an earlier run, as text. */
final class ComparisonText {
    private static final int MOST = 20;

    private ComparisonText() {}

    /** What stands behind the heading of one change. */
    static String mark(@Nullable Since since) {
        return switch (since) {
            case null -> "";
            case LOST -> ", was met";
            case NEW, UNREAD -> ", new";
            case STILL -> ", still";
            case FIXED -> ", fixed";
        };
    }

    /** One line that counts, and below it which were lost and which are fixed: the others are marked where they stand. */
    static void write(Page page, Comparison comparison) {
        page.paragraph("Compared with %s: %s".formatted(Visible.line(comparison.name()), sentence(comparison)));
        list(page, "lost", comparison.keys(Since.LOST));
        list(page, "fixed", comparison.keys(Since.FIXED));
        page.blank();
    }

    static String sentence(Comparison comparison) {
        var parts = new Parts();
        parts.add(comparison.count(Since.LOST), "was met and is lost", "were met and are lost");
        parts.add(comparison.count(Since.NEW), "new", "new");
        parts.add(comparison.count(Since.UNREAD), "could not be read now", "could not be read now");
        parts.add(comparison.count(Since.STILL), "still not as expected", "still not as expected");
        parts.add(comparison.count(Since.FIXED), "fixed", "fixed");
        parts.add(comparison.gone(), "not in this plan any more", "not in this plan any more");
        return parts.sentence("no difference");
    }

    private static void list(Page page, String label, List<String> keys) {
        String shown = label;
        for (String key : keys.subList(0, Math.min(MOST, keys.size()))) {
            page.verbatim(shown, Visible.line(key));
            shown = "";
        }
        if (keys.size() > MOST) {
            page.verbatim("", "and " + (keys.size() - MOST) + " more");
        }
    }
}

package dev.ascertain.cli.report;

import dev.ascertain.cli.view.Exit;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.Since;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is worth a message: all that people should look at, or, beside an earlier run, what became of it since.
 *
 * @param run which run it was
 * @param sentence the result in one sentence
 * @param rows worst first
 * @param faults what went wrong with the run itself, a line each
 * @param comparison null if nothing was compared
 */
public record News(
        Report.Run run,
        String sentence,
        List<Row> rows,
        List<Fault> faults,
        @Nullable Comparison comparison) {
    /**
     * Something that went wrong.
     *
     * @param summary a few words without user data
     * @param detail one harmless line
     */
    record Fault(String summary, String detail) {}

    public News {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /** All that people should look at. */
    public static News of(Report report) {
        return new News(report.run(), report.sentence(), report.open(), report.told(), null);
    }

    /** What has changed since the earlier run that the report was compared with. */
    public static News since(Report report) {
        List<Row> changed = report.rows().stream().filter(News::isChanged).toList();
        return new News(report.run(), report.sentence(), changed, report.told(), report.comparison());
    }

    /**
     * Of a run that came to no result.
     *
     * @param command {@code plan} or {@code apply}
     * @param exit what it ended with
     */
    public static News failed(String command, String version, Instant at, Exit exit) {
        return new News(new Report.Run(command, version, at, false, exit), "no result.", List.of(), List.of(), null);
    }

    private static boolean isChanged(Row row) {
        return row.since() != null && row.since() != Since.STILL;
    }

    /** Whether there is anything to tell: without an earlier run always. */
    public boolean isWorthTelling() {
        return comparison == null || !rows.isEmpty() || comparison.gone() > 0;
    }

    /** The earlier run's file; empty if nothing was compared. */
    public String comparedWith() {
        return comparison == null ? "" : comparison.name();
    }

    /** Such as {@code Plan: 1 to retry.} */
    String title() {
        return run.title() + ": " + sentence;
    }

    /** Who must act, and the verifications that wait for that. */
    Map<String, List<Row>> groups() {
        return rows.stream().collect(Collectors.groupingBy(News::group, LinkedHashMap::new, Collectors.toList()));
    }

    private static String group(Row row) {
        return row.since() == Since.FIXED ? "Fixed" : row.group();
    }
}

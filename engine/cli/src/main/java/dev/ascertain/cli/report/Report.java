package dev.ascertain.cli.report;

import dev.ascertain.cli.view.ApplyReport;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.Phrases;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.file.AtomicFile;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.core.plan.PlanWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run came to: every format is made from this, and this from the one result object.
 *
 * @param run which run it was
 * @param sentence the result in one sentence, as the text output has it
 * @param rows one for each verification, worst first; within that in the plan's order
 * @param diagnostics what people should be told beside the verifications
 * @param document the whole result as JSON
 */
public record Report(
        Run run, String sentence, List<Row> rows, List<Diagnostic> diagnostics, AtomicFile.Content document) {
    /** The version of every format but JSON's, which carries its own. Minor versions only add. */
    static final String FORMAT_VERSION = "1.0";

    /**
     * Which run it was.
     *
     * @param command {@code plan} or {@code apply}
     * @param version which version of the program ran
     * @param at when it looked
     * @param complete whether it came to its end with everything asked for
     */
    record Run(String command, String version, Instant at, boolean complete, ExitCode code) {
        /** Such as {@code Plan}. */
        String title() {
            return Character.toUpperCase(command.charAt(0)) + command.substring(1);
        }
    }

    public Report {
        rows = List.copyOf(rows);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Of a plan.
     *
     * @param code what the run ends with
     * @param folder paths of manifests are told from here
     */
    public static Report of(PlanResult result, ExitCode code, Path folder) {
        Plan plan = result.plan();
        boolean complete = plan.complete() && !result.interrupted();
        return new Report(
                new Run("plan", plan.ascertainVersion(), plan.createdAt(), complete, code),
                Phrases.sentence(plan),
                sorted(plan.changes().stream().map(change -> Row.of(change, folder))),
                result.diagnostics(),
                out -> PlanWriter.write(plan, out));
    }

    /**
     * Of an apply.
     *
     * @param at when it ended
     * @param folder paths of manifests are told from here
     */
    public static Report of(ApplyResult result, ExitCode code, Instant at, Path folder) {
        return new Report(
                new Run("apply", result.plan().ascertainVersion(), at, !result.interrupted(), code),
                Phrases.sentence(result),
                sorted(result.outcomes().stream().map(outcome -> Row.of(outcome, folder))),
                result.diagnostics(),
                out -> ApplyReport.write(result, code, out));
    }

    private static List<Row> sorted(Stream<Row> rows) {
        var names = new Names();
        return rows.map(names::distinct).sorted(Row.WORST_FIRST).toList();
    }

    /** What people should look at, worst first. */
    List<Row> open() {
        return rows.stream().filter(row -> row.weight() != Weight.NONE).toList();
    }

    /** What went wrong with the run itself. */
    List<Diagnostic> faults() {
        return diagnostics.stream().filter(Diagnostic::isError).toList();
    }
}

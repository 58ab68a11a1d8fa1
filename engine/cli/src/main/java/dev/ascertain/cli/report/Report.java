package dev.ascertain.cli.report;

import dev.ascertain.cli.view.ApplyReport;
import dev.ascertain.cli.view.Exit;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.Phrases;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.file.AtomicFile;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.Since;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.core.plan.PlanWriter;
import dev.ascertain.evidence.Evidence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to: every format is made from this, and this from the one result object.
 *
 * @param run which run it was
 * @param sentence the result in one sentence, as the text output has it
 * @param rows one for each verification, worst first; within that in the plan's order
 * @param diagnostics what people should be told beside the verifications
 * @param document the whole result as JSON
 * @param comparison how it stands beside an earlier run; null if it was compared with none
 * @param background what explanations are made from
 */
public record Report(
        Run run,
        String sentence,
        List<Row> rows,
        List<Diagnostic> diagnostics,
        AtomicFile.Content document,
        @Nullable Comparison comparison,
        Background background) {
    /** The version of every format but JSON's, which carries its own. Minor versions only add. */
    static final String FORMAT_VERSION = "1.0";

    private static final int MOST_FAULTS = 20;

    /**
     * Which run it was.
     *
     * @param command {@code plan} or {@code apply}
     * @param version which version of the program ran
     * @param at when it looked
     * @param complete whether it came to its end with everything asked for
     * @param exit what it ends with, and why
     */
    record Run(String command, String version, Instant at, boolean complete, Exit exit) {
        /** Such as {@code Plan}. */
        String title() {
            return Character.toUpperCase(command.charAt(0)) + command.substring(1);
        }
    }

    /**
     * What explanations are made from, beside the changes.
     *
     * @param evidence what was seen of the world; {@link Evidence#NONE} if nobody looked
     * @param vendor a provider's name in sentences, by resource type
     */
    public record Background(Evidence evidence, UnaryOperator<String> vendor) {
        static final Background NONE = new Background(Evidence.NONE, _ -> "the provider");
    }

    public Report {
        rows = List.copyOf(rows);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Of a plan.
     *
     * @param exit what the run ends with
     * @param folder paths of manifests are told from here
     */
    public static Report of(PlanResult result, Exit exit, Path folder, @Nullable Comparison comparison) {
        Plan plan = result.plan();
        boolean complete = plan.complete() && !result.interrupted();
        return new Report(
                new Run("plan", plan.ascertainVersion(), plan.createdAt(), complete, exit),
                Phrases.sentence(plan),
                sorted(plan.changes().stream()
                        .map(change -> Row.of(change, folder).since(since(change, comparison)))),
                result.diagnostics(),
                out -> PlanWriter.write(plan, out),
                comparison,
                Background.NONE);
    }

    /**
     * Of an apply.
     *
     * @param at when it ended
     * @param folder paths of manifests are told from here
     */
    public static Report of(ApplyResult result, Exit exit, Instant at, Path folder, @Nullable Comparison comparison) {
        return new Report(
                new Run("apply", result.plan().ascertainVersion(), at, !result.interrupted(), exit),
                Phrases.sentence(result),
                sorted(result.outcomes().stream()
                        .map(outcome -> Row.of(outcome, folder).since(since(outcome.planned(), comparison)))),
                result.diagnostics(),
                out -> ApplyReport.write(result, exit, out),
                comparison,
                Background.NONE);
    }

    /** The same, with what explanations are made from. */
    public Report before(Background other) {
        return new Report(run, sentence, rows, diagnostics, document, comparison, other);
    }

    private static @Nullable Since since(Change change, @Nullable Comparison comparison) {
        return comparison == null ? null : comparison.of(change);
    }

    private static List<Row> sorted(Stream<Row> rows) {
        var names = new Names();
        return rows.map(names::distinct).sorted(Row.WORST_FIRST).toList();
    }

    /** Why the exit code is not 0, as one harmless line; empty if it is 0. */
    Optional<String> gate() {
        Exit exit = run.exit();
        return exit.code() == ExitCode.OK ? Optional.empty() : Optional.of(Visible.line(exit.sentence()));
    }

    /** What people should look at, worst first. */
    List<Row> open() {
        return rows.stream().filter(row -> row.weight() != Weight.NONE).toList();
    }

    /** What went wrong with the run itself. */
    List<Diagnostic> faults() {
        return diagnostics.stream().filter(Diagnostic::isError).toList();
    }

    /** The same, as harmless lines. */
    List<News.Fault> told() {
        return faults().stream()
                .limit(MOST_FAULTS)
                .map(fault -> new News.Fault(Visible.line(fault.summary()), Visible.line(fault.detail())))
                .toList();
    }
}

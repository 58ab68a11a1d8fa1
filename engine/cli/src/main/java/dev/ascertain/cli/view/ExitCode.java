package dev.ascertain.cli.view;

import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.PlanResult;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the process says to its caller. In the order of their weight: of several, the first one counts. */
public enum ExitCode {
    INTERRUPTED(130, "Interrupted."),
    /** Nobody reads the output any more; what a shell reports for any program that is ended by that. */
    OUTPUT_CLOSED(141, "Nobody reads the output any more."),
    USAGE(64, "The command line is not understood."),
    MANIFEST(78, "A manifest is invalid."),
    ERROR(1, "Something failed, or could not be observed."),
    /** Stale, already applied, expired, other manifests, or no approval. */
    REFUSED(5, "apply: refused, as the plan is stale, applied, expired, of other manifests, or nobody approved it."),
    NEEDS_PERSON(4, "apply: something needs a person."),
    /** The deadline is reached, and the provider is still at it. */
    CONVERGING(3, "apply: the deadline is reached, and the provider is still at it."),
    /**
     * Something is not as expected, or a condition of the gate holds; of a plan only, and only with
     * {@code --detailed-exitcode} or {@code --fail-on}.
     */
    DIFFERENT(2, "plan: with --detailed-exitcode, something is not as expected; with --fail-on, a condition holds."),
    OK(
            0,
            "All that was asked for is done. plan: planned; with --detailed-exitcode, everything is as expected. apply: everything is as expected.");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** What it says, in sentences. */
    public String meaning() {
        return meaning;
    }

    public int number() {
        return number;
    }

    /**
     * @param detailed whether a difference has a code of its own
     */
    public static ExitCode of(PlanResult result, boolean detailed) {
        return heaviest(
                result.interrupted(),
                result.diagnostics(),
                result.plan().changes().stream().map(change -> of(change, detailed)));
    }

    /** What an apply came to. */
    public static ExitCode of(ApplyResult result) {
        return heaviest(
                result.interrupted(),
                result.diagnostics(),
                result.outcomes().stream().map(ExitCode::of));
    }

    private static ExitCode heaviest(boolean interrupted, List<Diagnostic> diagnostics, Stream<ExitCode> codes) {
        if (interrupted) {
            return INTERRUPTED;
        }
        if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
            return ERROR;
        }
        return codes.min(Comparator.naturalOrder()).orElse(OK);
    }

    private static ExitCode of(Change change, boolean detailed) {
        if (change.action() == Action.ERROR) {
            return ERROR;
        }
        return detailed && change.action() != Action.NONE && counts(change) ? DIFFERENT : OK;
    }

    static ExitCode of(Outcome outcome) {
        boolean counts = counts(outcome.planned());
        return switch (outcome.result()) {
            case MET, SKIPPED -> OK;
            case UNCHANGED, STILL_CONVERGING -> counts ? CONVERGING : OK;
            case NEEDS_PERSON -> counts ? NEEDS_PERSON : OK;
            case STALE -> REFUSED;
            case FAILED -> ERROR;
            case INTERRUPTED -> INTERRUPTED;
        };
    }

    private static boolean counts(Change change) {
        return change.subject().severity() == Severity.ERROR;
    }
}

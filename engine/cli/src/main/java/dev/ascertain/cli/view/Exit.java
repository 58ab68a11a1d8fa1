package dev.ascertain.cli.view;

import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.gate.Breach;
import dev.ascertain.core.gate.Condition;
import dev.ascertain.core.gate.GatedPlan;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.PlanResult;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run ends with, and why.
 *
 * @param reason a phrase without a full stop; empty where the code is 0
 */
public record Exit(ExitCode code, String reason) {
    /** All is well. */
    public static final Exit OK = new Exit(ExitCode.OK, "");

    private static final String STOPPED = "the run was stopped";

    /** What an error ends. */
    public static Exit of(Diagnostic diagnostic, ExitCode code) {
        return new Exit(code, diagnostic.summary());
    }

    /**
     * @param detailed whether a difference has a code of its own
     */
    public static Exit of(GatedPlan gated, boolean detailed) {
        PlanResult result = gated.result();
        ExitCode ungated = ExitCode.of(result, detailed);
        ExitCode code = ungated == ExitCode.OK && !gated.breaches().isEmpty() ? ExitCode.DIFFERENT : ungated;
        return switch (code) {
            case OK -> OK;
            case INTERRUPTED -> new Exit(code, STOPPED);
            case DIFFERENT -> new Exit(code, closed(gated, detailed));
            case ERROR, REFUSED, NEEDS_PERSON, CONVERGING, USAGE, MANIFEST, OUTPUT_CLOSED ->
                new Exit(code, errors(result.diagnostics(), unreadable(result), "could not be read"));
        };
    }

    /** What an apply came to. */
    public static Exit of(ApplyResult result) {
        ExitCode code = ExitCode.of(result);
        long count = result.outcomes().stream()
                .filter(outcome -> ExitCode.of(outcome) == code)
                .count();
        return switch (code) {
            case OK -> OK;
            case INTERRUPTED -> new Exit(code, STOPPED);
            case REFUSED -> new Exit(code, verifications(count) + " changed since the plan was made");
            case NEEDS_PERSON -> new Exit(code, verifications(count) + (count == 1 ? " needs" : " need") + " a person");
            case CONVERGING -> new Exit(code, verifications(count) + is(count) + "not as expected yet");
            case ERROR, DIFFERENT, USAGE, MANIFEST, OUTPUT_CLOSED ->
                new Exit(code, errors(result.diagnostics(), failed(result), "failed"));
        };
    }

    /** One line, such as {@code Exit 4: 1 verification needs a person.} */
    public String sentence() {
        return "Exit " + code.number() + ": " + reason + ".";
    }

    private static String closed(GatedPlan gated, boolean detailed) {
        var parts = new ArrayList<String>();
        long different = detailed ? different(gated.result()) : 0;
        if (different > 0) {
            parts.add(verifications(different) + is(different) + "not as expected (--detailed-exitcode)");
        }
        List<Breach> breaches = gated.breaches();
        for (Breach breach : breaches) {
            String count = parts.isEmpty() ? verifications(breach.count()) : String.valueOf(breach.count());
            String option = breach.equals(breaches.getLast()) ? " (--fail-on)" : "";
            parts.add(count + predicate(breach.condition(), breach.count() == 1) + option);
        }
        return String.join(", ", parts);
    }

    private static String predicate(Condition condition, boolean one) {
        return switch (condition) {
            case Condition.State state ->
                switch (state) {
                    case UNMET -> one ? " is not as expected" : " are not as expected";
                    case BLOCKED -> one ? " is blocked" : " are blocked";
                    case DEAD -> one ? " is dead" : " are dead";
                    case UNOBSERVABLE -> " could not be read";
                    case WARNING -> one ? " has a warning" : " have a warning";
                };
            case Condition.Deadline deadline ->
                (one ? " has" : " have") + " a deadline in less than " + deadline.time();
            case Condition.Expiry expiry -> (one ? " expires" : " expire") + " in less than " + expiry.time();
        };
    }

    private static String errors(List<Diagnostic> diagnostics, long count, String predicate) {
        return count > 0
                ? verifications(count) + " " + predicate
                : diagnostics.stream()
                        .filter(Diagnostic::isError)
                        .map(Diagnostic::summary)
                        .findFirst()
                        .orElse("an error");
    }

    private static long different(PlanResult result) {
        return result.plan().changes().stream()
                .filter(change -> change.action() != Action.NONE)
                .map(Change::subject)
                .filter(subject -> subject.severity() == Severity.ERROR)
                .count();
    }

    private static long unreadable(PlanResult result) {
        return result.plan().summary().unobservable();
    }

    private static long failed(ApplyResult result) {
        return result.outcomes().stream()
                .filter(outcome -> outcome.result() == Outcome.Result.FAILED)
                .count();
    }

    private static String verifications(long count) {
        return count + (count == 1 ? " verification" : " verifications");
    }

    private static String is(long count) {
        return count == 1 ? " is " : " are ";
    }
}

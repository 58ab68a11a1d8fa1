package dev.ascertain.core.apply;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.plan.Plan;
import java.util.List;

/**
 * What applying came to: text, JSON and the exit code are all made from this.
 *
 * @param outcomes one for each change of the plan, in its order, whatever happened
 * @param interrupted whether the run was stopped before its end
 */
public record ApplyResult(Plan plan, List<Outcome> outcomes, List<Diagnostic> diagnostics, boolean interrupted) {
    public ApplyResult {
        outcomes = List.copyOf(outcomes);
        diagnostics = List.copyOf(diagnostics);
    }
}

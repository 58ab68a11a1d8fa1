package dev.ascertain.core.plan;

import dev.ascertain.core.diagnostic.Diagnostic;
import java.util.List;

/**
 * What planning came to: text, JSON and the exit code are all made from this.
 *
 * @param diagnostics what people should be told beside the changes
 * @param interrupted whether the run was stopped before its end
 */
public record PlanResult(Plan plan, List<Diagnostic> diagnostics, boolean interrupted) {
    public PlanResult {
        diagnostics = List.copyOf(diagnostics);
    }
}

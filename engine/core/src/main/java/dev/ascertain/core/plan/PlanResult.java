package dev.ascertain.core.plan;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.evidence.Evidence;
import java.util.List;

/**
 * What planning came to: text, JSON and the exit code are all made from this.
 *
 * @param diagnostics what people should be told beside the changes
 * @param interrupted whether the run was stopped before its end
 * @param evidence what was seen of the world; {@link Evidence#NONE} if nobody looked
 */
public record PlanResult(Plan plan, List<Diagnostic> diagnostics, boolean interrupted, Evidence evidence) {
    public PlanResult {
        diagnostics = List.copyOf(diagnostics);
    }

    /** One for which nobody looked at the world. */
    public PlanResult(Plan plan, List<Diagnostic> diagnostics, boolean interrupted) {
        this(plan, diagnostics, interrupted, Evidence.NONE);
    }
}

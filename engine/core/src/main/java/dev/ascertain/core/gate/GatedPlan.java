package dev.ascertain.core.gate;

import dev.ascertain.core.plan.PlanResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What planning came to, held against a gate.
 *
 * @param breaches the conditions that hold
 * @param comparison how it stands beside an earlier run; null if it was compared with none
 */
public record GatedPlan(
        PlanResult result, List<Breach> breaches, @Nullable Comparison comparison) {
    public GatedPlan {
        breaches = List.copyOf(breaches);
    }

    public static GatedPlan of(PlanResult result, Gate gate) {
        return new GatedPlan(result, gate.breaches(result.plan()), null);
    }

    /** The same, beside an earlier run. */
    public GatedPlan compared(Comparison other) {
        return new GatedPlan(result, breaches, other);
    }
}

package dev.ascertain.core.gate;

import dev.ascertain.core.plan.PlanResult;
import java.util.List;

/**
 * What planning came to, held against a gate.
 *
 * @param breaches the conditions that hold
 */
public record GatedPlan(PlanResult result, List<Breach> breaches) {
    public GatedPlan {
        breaches = List.copyOf(breaches);
    }

    public static GatedPlan of(PlanResult result, Gate gate) {
        return new GatedPlan(result, gate.breaches(result.plan()));
    }
}

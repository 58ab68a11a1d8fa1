package dev.ascertain.cli.command;

import dev.ascertain.cli.view.Exit;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.gate.ConditionFault;
import dev.ascertain.core.gate.Conditions;
import dev.ascertain.core.gate.Gate;
import dev.ascertain.core.gate.GatedPlan;
import dev.ascertain.core.plan.PlanResult;
import org.jspecify.annotations.Nullable;

/** What a plan is held against. */
final class GateOptions {
    boolean detailed;

    @Nullable String conditions;

    private Gate gate = Gate.OPEN;

    void tell(Syntax syntax) {
        syntax.flag("--detailed-exitcode", "Exit with 2 if something is not as expected.", given -> detailed = given)
                .value(
                        "--fail-on LIST",
                        String.class,
                        "Exit with 2 if one of these holds, separated by commas: unmet, blocked, dead, unobservable,"
                                + " warning, deadline<48h, expires<21d, with any time in d, h, m and s. Quote it for the"
                                + " shell. Of severity warning only with warning.",
                        given -> conditions = given);
    }

    /**
     * Tells before anything is asked what is no condition.
     *
     * @throws Ending if there is such a thing
     */
    void check() {
        if (conditions == null) {
            return;
        }
        try {
            gate = new Gate(Conditions.read(conditions));
        } catch (ConditionFault fault) {
            throw Ending.of(ExitCode.USAGE, "Invalid condition", "--fail-on " + fault.getMessage());
        }
    }

    /** Holds a plan against it. */
    GatedPlan gated(PlanResult result) {
        return GatedPlan.of(result, gate);
    }

    Exit exit(GatedPlan plan) {
        return Exit.of(plan, detailed);
    }
}

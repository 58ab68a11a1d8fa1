package dev.ascertain.cli.command;

import dev.ascertain.cli.view.Exit;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.Condition;
import dev.ascertain.core.gate.ConditionFault;
import dev.ascertain.core.gate.Conditions;
import dev.ascertain.core.gate.Gate;
import dev.ascertain.core.gate.GatedPlan;
import dev.ascertain.core.gate.Standing;
import dev.ascertain.core.plan.PlanResult;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a plan is held against. */
final class GateOptions {
    boolean detailed;

    List<String> conditions = List.of();

    @Nullable Path earlier;

    private Map<String, Standing> standings = Map.of();
    private Gate gate = Gate.OPEN;

    void tell(Syntax syntax) {
        syntax.flag("--detailed-exitcode", "Exit with 2 if something is not as expected.", given -> detailed = given)
                .values(
                        "--fail-on LIST",
                        GateOptions::proposed,
                        "Exit with 2 if one of these holds, separated by commas: unmet, blocked, dead, unobservable,"
                                + " warning, deadline<48h, expires<21d, with any time in d, h, m and s. Quote it for the"
                                + " shell. Of severity warning only with warning. May be repeated.",
                        given -> conditions = given)
                .value(
                        "--compare REPORT",
                        Path.class,
                        "Tell what is new, still so, fixed, or was met and is lost, since the run that wrote this JSON"
                                + " report or plan file.",
                        given -> earlier = given);
    }

    /** Every state, and the two times with a usual one. */
    private static Iterator<String> proposed() {
        return Stream.concat(
                        Stream.of(Condition.State.values()).map(Condition::word),
                        Stream.of("deadline<48h", "expires<21d"))
                .iterator();
    }

    /**
     * Tells before anything is asked what is no condition, and reads what is to be compared with.
     *
     * @throws Ending if there is such a thing, or nothing to compare with
     */
    void check(Session session) {
        if (!conditions.isEmpty()) {
            gate = new Gate(conditions.stream()
                    .flatMap(list -> read(list).stream())
                    .distinct()
                    .toList());
        }
        if (earlier != null) {
            standings = EarlierReport.read(session.resolved(earlier));
        }
    }

    private static List<Condition> read(String conditions) {
        try {
            return Conditions.read(conditions);
        } catch (ConditionFault fault) {
            throw Ending.of(ExitCode.USAGE, "Invalid condition", "--fail-on " + fault.getMessage());
        }
    }

    /** Whether it matters when a certificate expires that is as expected. */
    boolean mindsExpiry() {
        return gate.mindsExpiry();
    }

    /** Holds a plan against it. */
    GatedPlan gated(PlanResult result) {
        GatedPlan gated = GatedPlan.of(result, gate);
        return earlier == null ? gated : gated.compared(Comparison.of(result.plan(), earlier.toString(), standings));
    }

    Exit exit(GatedPlan plan) {
        return Exit.of(plan, detailed);
    }
}

package dev.ascertain.cli.command;

import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.Standing;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What messages are told beside.
 *
 * @param name the file, as the user wrote it
 * @param standings by {@link Change#key}
 */
record EarlierRun(String name, Map<String, Standing> standings) {
    Comparison beside(Plan plan) {
        return Comparison.of(plan, name, standings);
    }

    Comparison beside(ApplyResult result) {
        var now = new LinkedHashMap<String, Standing>();
        result.outcomes().forEach(outcome -> now.put(outcome.planned().key(), standing(outcome)));
        return Comparison.of(now, name, standings);
    }

    /** As {@link dev.ascertain.core.gate.EarlierReader} reads it back. */
    private static Standing standing(Outcome outcome) {
        if (outcome.result() == Outcome.Result.MET) {
            return Standing.MET;
        }
        Change last = outcome.last();
        return Standing.of(last.action());
    }
}

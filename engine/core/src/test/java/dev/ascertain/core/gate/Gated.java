package dev.ascertain.core.gate;

import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Finding;
import dev.ascertain.core.judge.Party;
import dev.ascertain.core.judge.Reason;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.core.plan.Subject;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Changes and plans made by hand, for what a gate sees of them. */
final class Gated {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Gated() {}

    static Change change(Verdict verdict) {
        return change("a", verdict, verdict.action(), Severity.ERROR, Schedule.UNKNOWN);
    }

    static Change change(String name, Verdict verdict) {
        return change(name, verdict, verdict.action(), Severity.ERROR, Schedule.UNKNOWN);
    }

    static Change change(String name, Verdict verdict, Action action, Severity severity, Schedule schedule) {
        return change(name, verdict, action, severity, schedule, List.of());
    }

    /** One that is as expected, and beside which something else was found. */
    static Change beside(Verdict verdict) {
        var finding = new Finding("G1", verdict, new Reason("x", "X."), null, Party.YOU, null);
        return change("a", Verdict.MET, Action.NONE, Severity.ERROR, Schedule.UNKNOWN, List.of(finding));
    }

    private static Change change(
            String name, Verdict verdict, Action action, Severity severity, Schedule schedule, List<Finding> findings) {
        return new Change(
                new Subject(
                        "acme_verification." + name, "", "acme_verification", "acme", severity, null, "a.yaml", 1, 1),
                verdict,
                action,
                new Reason("x", "X."),
                null,
                findings,
                action == Action.RETRY ? new Trigger(Trigger.Kind.RECHECK, "Acme", "a") : null,
                List.of(),
                Map.of(),
                List.of(),
                schedule,
                Claim.NONE);
    }

    static Plan plan(Change... changes) {
        return new Plan(
                "7f3c",
                "0.1.0",
                NOON,
                NOON.plusSeconds(3600),
                List.of("a.yaml"),
                "sha256:feed",
                true,
                List.of(changes),
                null);
    }
}

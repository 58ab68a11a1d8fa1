package dev.ascertain.cli.view;

import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Finding;
import dev.ascertain.core.judge.Party;
import dev.ascertain.core.judge.Reason;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes as evidence makes them, made by hand. */
final class Evident {
    private static final String ASK = "Cloudflare to retry (zone example.com, ?retry=true)";
    private static final Finding MISMATCH =
            beside("C2", Verdict.WARNING, "ns-mismatch", "The registry names other name servers than the zone does.");
    private static final Finding VANTAGE =
            beside("F17", Verdict.INFO, "single-vantage", "It was looked at from one place.");

    private Evident() {}

    static Plan plan() {
        return World.plan(
                change("ready", Verdict.READY, Action.RETRY, "ask " + ASK, Party.PROVIDER),
                change("early", Verdict.WAITING, Action.WAIT, "wait 41 s, then ask " + ASK, Party.PROVIDER),
                change("never", Verdict.WAITING, Action.WAIT, null, Party.PROVIDER),
                change("forced", Verdict.READY, Action.RETRY, "ask " + ASK, Party.YOU),
                change("record", Verdict.BLOCKED, Action.MANUAL, "add the record", Party.YOU),
                change("support", Verdict.HELD, Action.MANUAL, "ask Cloudflare's support", Party.PROVIDER),
                change("policy", Verdict.HELD, Action.MANUAL, "choose another authority", Party.CA),
                change("network", Verdict.BLOCKED, Action.MANUAL, "open port 53", Party.OPERATOR),
                change("met", Verdict.MET, Action.NONE, null, Party.YOU));
    }

    private static Change change(String name, Verdict verdict, Action action, @Nullable String next, Party party) {
        String message = name.equals("forced")
                ? "Forced, although something stands in the way: There is no such record."
                : "What was found of " + name + ".";
        var reason = new Reason(name, message);
        Instant again = verdict == Verdict.WAITING ? World.NOON.plusSeconds(41) : null;
        var findings = new ArrayList<Finding>();
        findings.add(new Finding("X1", verdict, reason, next, party, again));
        if (name.equals("forced")) {
            findings.add(beside("E1", Verdict.BLOCKED, "txt-missing", "There is no such record."));
        }
        findings.addAll(List.of(MISMATCH, VANTAGE));
        boolean asks = next != null && next.contains("ask " + ASK);
        return new Change(
                World.subject("cloudflare_ssl_verification." + name, "", "edge-team"),
                verdict,
                action,
                reason,
                next,
                findings,
                asks ? new Trigger(Trigger.Kind.RECHECK, ASK, "zone") : null,
                List.of(),
                Map.of(),
                List.of(new Challenge.Txt("_acme-challenge.example.com", "token-1", null)),
                Schedule.UNKNOWN,
                Claim.NONE);
    }

    private static Finding beside(String rule, Verdict verdict, String code, String message) {
        return new Finding(rule, verdict, new Reason(code, message), null, Party.YOU, null);
    }
}

package dev.ascertain.cli.view;

import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.apply.Outcome.Result;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Difference;
import dev.ascertain.core.judge.Finding;
import dev.ascertain.core.judge.Party;
import dev.ascertain.core.judge.Reason;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.manifest.Matcher;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.core.plan.Subject;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of everything, made by hand. */
public final class World {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String CLOUDFLARE = "cloudflare_ssl_verification";

    private World() {}

    public static Change retry() {
        return new Change(
                subject(CLOUDFLARE + ".shop", "*.shop.example.com", "edge-team"),
                Verdict.READY,
                Action.RETRY,
                new Reason("gave-up", "Cloudflare gave up waiting; nothing stands in the way of another check."),
                "ask Cloudflare to retry (zone example.com, ?retry=true)",
                List.of(),
                new Trigger(Trigger.Kind.RECHECK, "Cloudflare to retry (zone example.com, ?retry=true)", "zone"),
                List.of(
                        new Difference(
                                "certificate_status", new Matcher.Equals(Value.of("active")), Value.of("timing_out")),
                        new Difference("verification_status", new Matcher.Equals(Value.of(true)), Value.of(false)),
                        new Difference(
                                "signature",
                                new Matcher.OneOf(List.of(Value.of("ECDSAWithSHA256"), Value.of("SHA256WithRSA"))),
                                null)),
                Map.of("certificate_status", Value.of("timing_out")),
                List.of(),
                Schedule.UNKNOWN,
                Claim.NONE);
    }

    public static Change waiting() {
        return new Change(
                subject(CLOUDFLARE + ".shop", "shop.example.com", "edge-team"),
                Verdict.CONVERGING,
                Action.WAIT,
                new Reason("in-progress", "Cloudflare is deploying the certificate."),
                null,
                List.of(),
                null,
                List.of(new Difference(
                        "certificate_status", new Matcher.Equals(Value.of("active")), Value.of("pending_deployment"))),
                Map.of("certificate_status", Value.of("pending_deployment")),
                List.of(),
                new Schedule(NOON, NOON.plusSeconds(300), NOON.plusSeconds(604_800), null, null, true),
                Claim.NONE);
    }

    public static Change manual() {
        var reason = new Reason("not-verified", "Huawei Cloud Live does not see the proof.");
        return new Change(
                subject("huaweicloud_live_domain_verification.push", "", "edge-team"),
                Verdict.BLOCKED,
                Action.MANUAL,
                reason,
                null,
                List.of(
                        new Finding("X", Verdict.BLOCKED, reason, null, Party.YOU, null),
                        new Finding(
                                "Y",
                                Verdict.BLOCKED,
                                new Reason("also", "The zone is not delegated yet."),
                                null,
                                Party.YOU,
                                null)),
                null,
                List.of(new Difference("verify_result", new Matcher.Equals(Value.of(true)), Value.of(false))),
                Map.of("verify_result", Value.of(false)),
                List.of(new Challenge.Txt("verification.example.com.", "liveauth_3543", null)),
                Schedule.UNKNOWN,
                Claim.NONE);
    }

    public static Change unreadable() {
        return new Change(
                subject(CLOUDFLARE + ".blog", "", null),
                Verdict.UNOBSERVABLE,
                Action.ERROR,
                new Reason("auth", "Cloudflare answered 403 (10000 Authentication error)."),
                "give the token the permission \"SSL and Certificates Read\"",
                List.of(),
                null,
                List.of(),
                Map.of(),
                List.of(),
                Schedule.UNKNOWN,
                Claim.NONE);
    }

    /** One that was never asked for, because the account's credential was refused before. */
    public static Change notAsked(String name, String account) {
        return new Change(
                new Subject(CLOUDFLARE + "." + name, "", CLOUDFLARE, account, Severity.ERROR, null, "shop.yaml", 8, 5),
                Verdict.UNOBSERVABLE,
                Action.ERROR,
                new Reason(
                        "not-asked", "Cloudflare refused this credential before, so nothing more was asked with it."),
                "check api_token",
                List.of(),
                null,
                List.of(),
                Map.of(),
                List.of(),
                Schedule.UNKNOWN,
                Claim.NONE);
    }

    public static Change met() {
        return new Change(
                subject(CLOUDFLARE + ".docs", "docs.example.com", null),
                Verdict.MET,
                Action.NONE,
                new Reason("as-expected", "It is as expected."),
                null,
                List.of(),
                null,
                List.of(),
                Map.of("certificate_status", Value.of("active")),
                List.of(),
                new Schedule(null, null, null, null, NOON.plusSeconds(2_592_000), false),
                Claim.NONE);
    }

    /** Everything a provider or a manifest could try to do to a terminal or a CI runner. */
    public static Change hostile() {
        String evil = "\u001b[2J\n::error::forged\r\u202e\u0007";
        return new Change(
                new Subject(
                        CLOUDFLARE + ".x[\"" + evil + "\"]",
                        evil,
                        CLOUDFLARE,
                        "cloudflare",
                        Severity.ERROR,
                        evil,
                        evil,
                        1,
                        1),
                Verdict.BLOCKED,
                Action.MANUAL,
                new Reason("x", evil),
                evil,
                List.of(),
                null,
                List.of(new Difference(evil, new Matcher.Equals(Value.of(evil)), Value.of(evil + "\"  expected \"x"))),
                Map.of(),
                List.of(new Challenge.Txt(evil, evil, evil), new Challenge.HttpFile(evil, evil, evil)),
                Schedule.UNKNOWN,
                Claim.NONE);
    }

    public static Subject subject(String address, String instance, @Nullable String owner) {
        return new Subject(
                address,
                instance,
                address.substring(0, address.indexOf('.')),
                "cloudflare",
                Severity.ERROR,
                owner,
                "shop.yaml",
                8,
                5);
    }

    /** The same change as a matter of less weight. */
    public static Change light(Change change) {
        Subject subject = change.subject();
        return new Change(
                new Subject(
                        subject.address(),
                        subject.instance(),
                        subject.type(),
                        subject.account(),
                        Severity.WARNING,
                        subject.owner(),
                        subject.file(),
                        subject.line(),
                        subject.column()),
                change.verdict(),
                change.action(),
                change.reason(),
                change.next(),
                change.findings(),
                change.trigger(),
                change.differences(),
                change.observed(),
                change.challenges(),
                change.schedule(),
                change.claim());
    }

    public static Plan plan(Change... changes) {
        return new Plan(
                "7f3c",
                "0.1.0",
                NOON,
                NOON.plusSeconds(3600),
                List.of("shop.yaml"),
                "sha256:feed",
                true,
                List.of(changes),
                null);
    }

    public static PlanResult everything() {
        return new PlanResult(
                plan(retry(), waiting(), manual(), met(), unreadable()),
                List.of(Diagnostic.warning("Not all could be read", "The pack's reason was refused.")),
                false);
    }

    public static ApplyResult applied() {
        Change now = met();
        return new ApplyResult(
                plan(retry(), waiting(), manual(), met(), unreadable()),
                List.of(
                        new Outcome(retry(), Result.MET, "It is as expected now.", null, 1, now),
                        new Outcome(
                                waiting(), Result.STILL_CONVERGING, "Cloudflare is still at it.", null, 0, waiting()),
                        new Outcome(
                                manual(),
                                Result.NEEDS_PERSON,
                                "Huawei Cloud Live does not see the proof.",
                                null,
                                0,
                                null),
                        new Outcome(met(), Result.MET, "It is as expected.", null, 0, null),
                        new Outcome(
                                unreadable(),
                                Result.FAILED,
                                "Cloudflare answered 403 (10000 Authentication error).",
                                "give the token the permission \"SSL and Certificates Read\"",
                                0,
                                null)),
                List.of(),
                false);
    }
}

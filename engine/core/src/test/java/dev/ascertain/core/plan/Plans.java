package dev.ascertain.core.plan;

import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Difference;
import dev.ascertain.core.judge.Finding;
import dev.ascertain.core.judge.Party;
import dev.ascertain.core.judge.Reason;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.manifest.Matcher;
import dev.ascertain.core.manifest.Matcher.Bound;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Plans made by hand. */
final class Plans {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Plans() {}

    static Plan of(List<Change> changes) {
        return new Plan(
                "7f3c",
                "0.1.0",
                NOON,
                NOON.plusSeconds(3600),
                List.of("shop.yaml"),
                "sha256:feed",
                true,
                changes,
                null);
    }

    /** A change with every field filled. */
    static Change retry(int number) {
        var reason = new Reason("gave-up", "Cloudflare gave up waiting; nothing stands in the way of another check.");
        return new Change(
                subject("*.shop" + number + ".example.com"),
                Verdict.READY,
                Action.RETRY,
                reason,
                "ask Cloudflare to retry (zone example.com, ?retry=true)",
                List.of(new Finding("B6", Verdict.READY, reason, "retry", Party.PROVIDER, NOON.plusSeconds(40))),
                new Trigger(Trigger.Kind.RECHECK, "Cloudflare to retry (zone example.com, ?retry=true)", "zone"),
                List.of(
                        new Difference(
                                "certificate_status", new Matcher.Equals(Value.of("active")), Value.of("timing_out")),
                        new Difference("brand_check", new Matcher.EqualsIfReported(Value.of(false)), Value.of(true)),
                        new Difference("signature", everyMatcher(), null)),
                observed(),
                List.of(
                        new Challenge.Txt("_acme-challenge.shop.example.com", "ca3-\u202e\"x", "pending"),
                        new Challenge.Cname("a.example.com", "b.example.com", null),
                        new Challenge.HttpFile("http://example.com/.well-known/a", "body", null),
                        new Challenge.Email("admin@example.com", "", null)),
                new Schedule(NOON, NOON.plusSeconds(300), null, NOON.plusSeconds(604_800), null, true),
                new Claim(
                        "*.shop.example.com",
                        true,
                        List.of("letsencrypt.org", "pki.goog"),
                        "pki.goog",
                        "dcv.cloudflare.com"));
    }

    /** One that is asked for when a wait is over. */
    static Change waiting() {
        Change retry = retry(1);
        var reason = new Reason("negative-cached", "It is published, but a resolver holds the answer from before.");
        return new Change(
                retry.subject(),
                Verdict.WAITING,
                Action.WAIT,
                reason,
                "wait 40 s, then ask Cloudflare to retry",
                List.of(new Finding("F2", Verdict.WAITING, reason, null, Party.PROVIDER, NOON.plusSeconds(40))),
                retry.trigger(),
                retry.differences(),
                retry.observed(),
                retry.challenges(),
                retry.schedule(),
                Claim.NONE);
    }

    static Change met() {
        return observed(Map.of("certificate_status", Value.of("active")));
    }

    /** As expected, and reported like this. */
    static Change observed(Map<String, Value> attributes) {
        return new Change(
                subject(""),
                Verdict.MET,
                Action.NONE,
                new Reason("as-expected", "As expected."),
                null,
                List.of(),
                null,
                List.of(),
                attributes,
                List.of(),
                Schedule.UNKNOWN,
                Claim.NONE);
    }

    static List<Change> many(int count) {
        return IntStream.range(0, count).mapToObj(Plans::retry).toList();
    }

    private static Subject subject(String instance) {
        return new Subject(
                "cloudflare_ssl_verification.shop",
                instance,
                "cloudflare_ssl_verification",
                "cloudflare",
                Severity.ERROR,
                "edge-team",
                "shop.yaml",
                8,
                5);
    }

    private static Map<String, Value> observed() {
        var observed = new LinkedHashMap<String, Value>();
        observed.put("certificate_status", Value.of("timing_out"));
        observed.put("brand_check", Value.of(true));
        observed.put("retries", Value.of(3));
        observed.put("huge", new Value.Amount(new BigDecimal("1E+400")));
        observed.put("expires_on", Value.of(NOON));
        observed.put("hosts", Value.ofTexts(List.of("a.example.com", "b.example.com")));
        observed.put("verification_info", new Value.Items(List.of(new Value.Fields(Map.of("kind", Value.of("txt"))))));
        return observed;
    }

    private static Matcher everyMatcher() {
        return new Matcher.All(List.of(
                new Matcher.OneOf(List.of(Value.of("ECDSAWithSHA256"), Value.of("SHA256WithRSA"))),
                new Matcher.Not(Value.of("none")),
                new Matcher.Matches(Pattern.compile("[A-Z].*")),
                new Matcher.Contains(Value.of("SHA")),
                new Matcher.Present(true),
                new Matcher.AtLeast(new Bound.Amount(new BigDecimal("2.5"))),
                new Matcher.AtMost(new Bound.FromNow(Duration.ofDays(21), "in 21 days"))));
    }
}

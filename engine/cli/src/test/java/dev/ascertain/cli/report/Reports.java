package dev.ascertain.cli.report;

import dev.ascertain.cli.view.Exit;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.World;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.apply.Course;
import dev.ascertain.core.apply.Course.Kind;
import dev.ascertain.core.apply.Course.Step;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.Standing;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Difference;
import dev.ascertain.core.judge.Finding;
import dev.ascertain.core.judge.Party;
import dev.ascertain.core.judge.Reason;
import dev.ascertain.core.judge.Verdict;
import dev.ascertain.core.manifest.Matcher;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.core.plan.Subject;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reports to be looked at. */
final class Reports {
    private static final Path FOLDER = Path.of("/home/somebody/shop");

    private static final Exit FAILED = new Exit(ExitCode.ERROR, "1 verification could not be read");

    private Reports() {}

    /** One of everything. */
    static Report plan() {
        var plan = World.plan(
                World.retry(),
                World.waiting(),
                World.manual(),
                World.met(),
                World.unreadable(),
                World.light(subject(World.retry(), "light")),
                noted());
        var diagnostics = List.of(
                Diagnostic.warning("Not all could be read", "The pack's reason was refused."),
                Diagnostic.error("Account refused", "The token of \"cloudflare\" is not accepted."));
        return Report.of(new PlanResult(plan, diagnostics, false), FAILED, FOLDER, null);
    }

    static Report apply() {
        return Report.of(World.applied(), FAILED, World.NOON.plusSeconds(600), FOLDER, null);
    }

    static Report of(Change... changes) {
        return Report.of(new PlanResult(World.plan(changes), List.of(), false), Exit.OK, FOLDER, null);
    }

    /** Two verifications that have the same text everywhere, planned beside a run whose file is called so too. */
    static Report hostile(String text) {
        Change change = change(text);
        var plan = World.plan(change, change, World.met());
        var diagnostics = List.of(new Diagnostic(Severity.ERROR, text, text, null, text));
        var earlier = Map.of(change.key(), Standing.MET, World.met().key(), Standing.UNMET);
        return Report.of(new PlanResult(plan, diagnostics, false), FAILED, FOLDER, Comparison.of(plan, text, earlier));
    }

    /** The same, applied. */
    static Report hostileApply(String text) {
        Change change = change(text);
        var course = new Course(List.of(new Step(Kind.LOOKED, World.NOON, World.NOON, 1, text)), World.NOON);
        var outcome = new Outcome(change, Outcome.Result.NEEDS_PERSON, text, text, 1, change, course);
        var diagnostics = List.of(new Diagnostic(Severity.ERROR, text, text, null, text));
        var result = new ApplyResult(World.plan(change, change), List.of(outcome, outcome), diagnostics, false);
        return Report.of(result, FAILED, World.NOON, FOLDER, null);
    }

    static Change change(String text) {
        var reason = new Reason(text, text);
        var finding = new Finding(text, Verdict.BLOCKED, reason, text, Party.YOU, null);
        var beside = new Finding(text, Verdict.WARNING, new Reason(text, text + "."), text, Party.YOU, null);
        return new Change(
                new Subject(text, text, text, text, Severity.ERROR, text, text, 1, 1),
                Verdict.BLOCKED,
                Action.MANUAL,
                reason,
                text,
                List.of(finding, beside),
                null,
                List.of(new Difference(text, new Matcher.Equals(Value.of(text)), Value.of(text + text))),
                Map.of("state", Value.of(text), named(text), Value.of(text)),
                List.of(new Challenge.Txt(text, text, text), new Challenge.HttpFile(text, text, text)),
                Schedule.UNKNOWN,
                Claim.NONE);
    }

    /** No provider's answer has a longer name: no reader of JSON takes one. */
    private static String named(String text) {
        return "name " + text.substring(0, Math.min(text.length(), 40_000));
    }

    /** One of everything, beside an earlier run. */
    static Report compared() {
        var plan = World.plan(World.retry(), World.waiting(), World.manual(), World.met(), World.unreadable(), noted());
        var earlier = Map.of(
                World.retry().key(),
                Standing.UNMET,
                World.waiting().key(),
                Standing.MET,
                World.met().key(),
                Standing.UNMET,
                "cloudflare_ssl_verification.gone",
                Standing.UNMET);
        return Report.of(
                new PlanResult(plan, List.of(), false),
                FAILED,
                FOLDER,
                Comparison.of(plan, "yesterday/report.json", earlier));
    }

    /** An apply that asked, looked, failed and waited. */
    static Report pursued() {
        var done = new ArrayList<Outcome>();
        for (Outcome outcome : World.applied().outcomes()) {
            boolean active = outcome.planned().action() == Action.RETRY
                    || outcome.planned().action() == Action.WAIT;
            done.add(active ? with(outcome, course(outcome)) : outcome);
        }
        var result = new ApplyResult(World.applied().plan(), done, List.of(), false);
        return Report.of(result, FAILED, World.NOON.plusSeconds(600), FOLDER, null);
    }

    private static Course course(Outcome outcome) {
        Instant noon = World.NOON;
        var steps = new ArrayList<Step>();
        steps.add(
                new Step(Kind.LOOKED, noon, noon, 1, outcome.planned().reason().message()));
        if (outcome.triggers() > 0) {
            steps.add(new Step(
                    Kind.ASKED,
                    noon.plusSeconds(1),
                    noon.plusSeconds(1),
                    1,
                    "Cloudflare to retry (zone example.com, ?retry=true)"));
            steps.add(new Step(Kind.FAILED, noon.plusSeconds(60), noon.plusSeconds(60), 1, "Cloudflare answered 503."));
        }
        steps.add(new Step(
                Kind.LOOKED,
                noon.plusSeconds(90),
                noon.plusSeconds(400),
                9,
                "Cloudflare is deploying the certificate."));
        return new Course(steps, noon.plusSeconds(outcome.triggers() > 0 ? 420 : 600));
    }

    private static Outcome with(Outcome outcome, Course course) {
        return new Outcome(
                outcome.planned(),
                outcome.result(),
                outcome.message(),
                outcome.next(),
                outcome.triggers(),
                outcome.latest(),
                course);
    }

    /** So many, of every kind, of twenty owners. */
    static Report fleet(int count) {
        List<Change> kinds = List.of(World.manual(), World.retry(), World.waiting(), World.met(), World.unreadable());
        return of(IntStream.range(0, count)
                .mapToObj(number -> owned(kinds.get(number % kinds.size()), number))
                .toArray(Change[]::new));
    }

    private static Change owned(Change change, int number) {
        Subject old = change.subject();
        var subject = new Subject(
                old.type() + ".fleet[\"n" + number + "\"]",
                "host" + number + ".example.com",
                old.type(),
                old.account(),
                old.severity(),
                "team-" + number % 20,
                old.file(),
                number + 1,
                3);
        return with(change, subject, change.findings());
    }

    /** So many that are not as expected. */
    static Report many(int count) {
        return of(Stream.iterate(0, number -> number + 1)
                .limit(count)
                .map(number -> subject(World.manual(), "n" + number))
                .toArray(Change[]::new));
    }

    /** As expected, with something to look after. */
    private static Change noted() {
        Change met = subject(World.met(), "noted");
        var soon = new Finding(
                "S1",
                Verdict.WARNING,
                new Reason("expires-soon", "The certificate in service expires in 12 days."),
                "see why it was not renewed",
                Party.PROVIDER,
                null);
        return with(met, met.subject(), List.of(soon));
    }

    private static Change subject(Change change, String name) {
        Subject old = change.subject();
        var subject = new Subject(
                old.type() + "." + name,
                old.instance(),
                old.type(),
                old.account(),
                old.severity(),
                old.owner(),
                FOLDER.resolve("certificates/shop & co.yaml").toString(),
                12,
                3);
        return with(change, subject, change.findings());
    }

    private static Change with(Change change, Subject subject, List<Finding> findings) {
        return new Change(
                subject,
                change.verdict(),
                change.action(),
                change.reason(),
                change.next(),
                findings,
                change.trigger(),
                change.differences(),
                change.observed(),
                change.challenges(),
                change.schedule(),
                change.claim());
    }

    static String text(ReportFormat format, Report report) {
        var out = new ByteArrayOutputStream();
        try {
            format.write(report, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}

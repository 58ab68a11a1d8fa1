package dev.ascertain.cli.report;

import dev.ascertain.cli.view.Exit;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.World;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.apply.Outcome;
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
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.core.plan.Subject;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        return Report.of(World.applied(), FAILED, World.NOON.plusSeconds(600), FOLDER);
    }

    static Report of(Change... changes) {
        return Report.of(new PlanResult(World.plan(changes), List.of(), false), Exit.OK, FOLDER, null);
    }

    /** Two verifications that have the same text everywhere, planned. */
    static Report hostile(String text) {
        Change change = change(text);
        var plan = World.plan(change, change, World.met());
        var diagnostics = List.of(new Diagnostic(Severity.ERROR, text, text, null, text));
        return Report.of(new PlanResult(plan, diagnostics, false), FAILED, FOLDER, null);
    }

    /** The same, applied. */
    static Report hostileApply(String text) {
        Change change = change(text);
        var outcome = new Outcome(change, Outcome.Result.NEEDS_PERSON, text, text, 1, change);
        var diagnostics = List.of(new Diagnostic(Severity.ERROR, text, text, null, text));
        var result = new ApplyResult(World.plan(change, change), List.of(outcome, outcome), diagnostics, false);
        return Report.of(result, FAILED, World.NOON, FOLDER);
    }

    private static Change change(String text) {
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
                Map.of("state", Value.of(text)),
                List.of(new Challenge.Txt(text, text, text), new Challenge.HttpFile(text, text, text)),
                Schedule.UNKNOWN);
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
                change.schedule());
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

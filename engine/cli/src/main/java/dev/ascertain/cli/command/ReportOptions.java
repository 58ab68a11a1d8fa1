package dev.ascertain.cli.command;

import dev.ascertain.cli.report.News;
import dev.ascertain.cli.report.Report;
import dev.ascertain.cli.report.Report.Background;
import dev.ascertain.cli.report.ReportFormat;
import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.Exit;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.file.AtomicFile;
import dev.ascertain.core.file.FileFault;
import dev.ascertain.core.gate.Comparison;
import dev.ascertain.core.gate.GatedPlan;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.core.plan.PlanFault;
import dev.ascertain.core.plan.PlanFile;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reports of the result, written or sent beside what is shown. */
final class ReportOptions {
    List<String> reports = new ArrayList<>();

    @Nullable Path since;

    private List<Wanted> wanted = List.of();
    private @Nullable EarlierRun earlier;
    private @Nullable Reporting reporting;

    void tell(Syntax syntax) {
        syntax.values(
                        "--report FORMAT=FILE",
                        () -> Wanted.beginnings().iterator(),
                        "Write the result into a file, whole or not at all; slack and webhook also to an https:// address,"
                                + " or env:NAME for the variable that holds it. Formats: " + ReportFormat.words()
                                + "; auto for those that fit GitHub Actions or GitLab CI. Repeatable.",
                        given -> reports = given)
                .value(
                        "--since REPORT",
                        Path.class,
                        "Send slack and webhook only what has changed since the run that wrote this JSON report or plan"
                                + " file; nothing if nothing has.",
                        given -> since = given);
    }

    /**
     * Tells before anything is done what would fail in the end. Comes after {@link #spare}.
     *
     * @throws Ending if a file cannot be written, or there is nothing to compare with
     */
    void check(Session session) {
        for (Wanted each : wanted) {
            if (each.goal() instanceof Goal.Written written) {
                requireWritable(session.resolved(written.file()), "Report");
            }
        }
        Path report = since;
        if (report != null) {
            if (wanted.stream().noneMatch(each -> each.format().isMessage())) {
                throw Ending.of(
                        ExitCode.USAGE,
                        "Invalid options",
                        "--since belongs to --report slack=… or --report webhook=…, and there is none.");
            }
            earlier = new EarlierRun(report.toString(), EarlierReport.read(session.resolved(report)));
        }
        reporting = reports.isEmpty() ? null : new Reporting(wanted, session);
    }

    /**
     * Reads what was given.
     *
     * @throws Ending if a report would take the place of what is to be read or written, or a format or an address is not
     *     known
     */
    void spare(Spared spared, Surroundings surroundings) {
        wanted = Wanted.all(reports, surroundings);
        for (Wanted each : wanted) {
            if (each.goal() instanceof Goal.InFile(Path file)) {
                spared.require("--report", file, "a report is saved beside it, such as report.json");
            }
        }
    }

    /**
     * Does a command's work. What ends it before a result is news, too.
     *
     * @param command {@code plan} or {@code apply}
     */
    Exit telling(String command, Session session, Supplier<Exit> work) {
        try {
            return work.get();
        } catch (Ending ending) {
            if (reporting != null && ending.code() != ExitCode.USAGE) {
                var exit = Exit.of(ending.diagnostic(), ending.code());
                reporting.tell(News.failed(
                        command, Version.text(), session.surroundings().clock().instant(), exit));
            }
            throw ending;
        }
    }

    /**
     * Writes what a plan came to.
     *
     * @throws Ending if one could not be written; the others are
     */
    void write(GatedPlan gated, Exit exit, Session session) {
        if (reporting == null) {
            return;
        }
        PlanResult result = gated.result();
        Path folder = session.surroundings().folder();
        Report report = Report.of(result, exit, folder, gated.comparison())
                .before(new Background(result.evidence(), session::vendor));
        reporting.write(
                report,
                earlier == null
                        ? News.of(report)
                        : News.since(Report.of(result, exit, folder, earlier.beside(result.plan()))));
    }

    /**
     * Writes what an apply came to.
     *
     * @param seen what was seen of the world meanwhile
     * @throws Ending if one could not be written; the others are
     */
    void write(ApplyResult result, Exit exit, Evidence seen, Session session) {
        if (reporting == null) {
            return;
        }
        Surroundings surroundings = session.surroundings();
        Comparison comparison = earlier == null ? null : earlier.beside(result);
        Report report = Report.of(result, exit, surroundings.clock().instant(), surroundings.folder(), comparison)
                .before(new Background(seen, session::vendor));
        reporting.write(report, comparison == null ? News.of(report) : News.since(report));
    }

    /** Checks one file that a command will write in the end. */
    static void requireWritable(Path file, String what) {
        try {
            AtomicFile.check(file);
        } catch (IOException refused) {
            throw notWritten(file, what, refused);
        }
    }

    static void save(Plan plan, Path file) {
        try {
            PlanFile.write(plan, file);
        } catch (PlanFault fault) {
            throw new Ending(ExitCode.ERROR, fault.diagnostic());
        }
    }

    static Ending notWritten(Path file, String what, IOException refused) {
        return Ending.of(
                ExitCode.ERROR,
                what + " not saved",
                "The %s cannot be written to %s: %s."
                        .formatted(what.toLowerCase(Locale.ROOT), file, FileFault.why(refused)));
    }
}

package dev.ascertain.cli.command;

import dev.ascertain.cli.report.Report;
import dev.ascertain.cli.report.Report.Background;
import dev.ascertain.cli.report.ReportFormat;
import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.Exit;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.file.AtomicFile;
import dev.ascertain.core.file.FileFault;
import dev.ascertain.core.gate.GatedPlan;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.core.plan.PlanFault;
import dev.ascertain.core.plan.PlanFile;
import dev.ascertain.core.plan.PlanResult;
import dev.ascertain.evidence.Evidence;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports of the result, written beside what is shown. */
final class ReportOptions {
    List<String> reports = new ArrayList<>();

    /** One report: its form, and where it goes as the user wrote it. */
    private record Wanted(ReportFormat format, Path file) {}

    void tell(Syntax syntax) {
        syntax.values(
                "--report FORMAT=FILE",
                () -> Stream.of(ReportFormat.values()).map(ReportFormat::word).iterator(),
                "Write the result into a file, whole or not at all. Formats: " + ReportFormat.words() + ". Repeatable.",
                given -> reports = given);
    }

    /**
     * Tells before anything is done what would fail in the end.
     *
     * @throws Ending if a file cannot be written
     */
    void check(Surroundings surroundings) {
        for (Wanted wanted : wanted()) {
            requireWritable(surroundings.folder().resolve(wanted.file()), "Report");
        }
    }

    /**
     * @throws Ending if a report would take the place of what is to be read or written, or a format is not known
     */
    void spare(Spared spared) {
        for (Wanted wanted : wanted()) {
            spared.require("--report", wanted.file(), "a report is saved beside it, such as report.json");
        }
    }

    private List<Wanted> wanted() {
        return reports.stream().map(ReportOptions::wanted).toList();
    }

    private static Wanted wanted(String report) {
        int end = report.indexOf('=');
        String word = end < 0 ? report : report.substring(0, end);
        ReportFormat format = ReportFormat.named(word)
                .orElseThrow(() -> unknown(
                        report,
                        "there is no format \"%s\"; there are %s, as in --report junit=result.xml"
                                .formatted(word, ReportFormat.words())));
        if (end < 0 || end == report.length() - 1) {
            throw unknown(report, "the file is missing, as in --report %s=FILE".formatted(word));
        }
        try {
            return new Wanted(format, Path.of(report.substring(end + 1)));
        } catch (InvalidPathException noPath) {
            throw unknown(report, "that is no name of a file");
        }
    }

    private static Ending unknown(String report, String why) {
        return Ending.of(ExitCode.USAGE, "Unknown report", "--report %s: %s.".formatted(report, why));
    }

    /**
     * Writes what a plan came to.
     *
     * @throws Ending if one could not be written; the others are
     */
    void write(GatedPlan gated, Exit exit, Session session) {
        if (!reports.isEmpty()) {
            PlanResult result = gated.result();
            Path folder = session.surroundings().folder();
            write(
                    Report.of(result, exit, folder, gated.comparison())
                            .before(new Background(result.evidence(), session::vendor)),
                    session.surroundings());
        }
    }

    /**
     * Writes what an apply came to.
     *
     * @param seen what was seen of the world meanwhile
     * @throws Ending if one could not be written; the others are
     */
    void write(ApplyResult result, Exit exit, Evidence seen, Session session) {
        if (!reports.isEmpty()) {
            Surroundings surroundings = session.surroundings();
            write(
                    Report.of(result, exit, surroundings.clock().instant(), surroundings.folder())
                            .before(new Background(seen, session::vendor)),
                    surroundings);
        }
    }

    private void write(Report report, Surroundings surroundings) {
        @Nullable Ending refused = null;
        for (Wanted wanted : wanted()) {
            Path file = surroundings.folder().resolve(wanted.file());
            try {
                AtomicFile.write(file, out -> wanted.format().write(report, out));
            } catch (IOException unwritten) {
                refused = refused == null ? notWritten(file, "Report", unwritten) : refused;
            }
        }
        if (refused != null) {
            throw refused;
        }
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

package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ApplyReport;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.apply.ApplyResult;
import dev.ascertain.core.file.AtomicFile;
import dev.ascertain.core.file.FileFault;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.core.plan.PlanFault;
import dev.ascertain.core.plan.PlanFile;
import dev.ascertain.core.plan.PlanWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reports of the result, written beside what is shown. */
final class ReportOptions {
    private static final String JSON = "json=";

    List<String> reports = new ArrayList<>();

    void tell(Syntax syntax) {
        syntax.values(
                "--report FORMAT=FILE",
                "Write the result into a file, whole or not at all. Format: json. Repeatable.",
                given -> reports = given);
    }

    /**
     * Tells before anything is done what would fail in the end.
     *
     * @throws Ending if a format is not known or a file cannot be written
     */
    void check(Surroundings surroundings) {
        for (String report : reports) {
            if (!report.startsWith(JSON) || report.length() == JSON.length()) {
                throw Ending.of(
                        ExitCode.USAGE,
                        "Unknown report",
                        "--report %s: the one format there is is json, as in --report json=result.json."
                                .formatted(report));
            }
        }
        files(surroundings).forEach(file -> requireWritable(file, "Report"));
    }

    /**
     * @throws Ending if a report would take the place of what is to be read
     */
    void spare(Spared spared) {
        reports.stream()
                .filter(report -> report.startsWith(JSON))
                .map(report -> Path.of(report.substring(JSON.length())))
                .forEach(file -> spared.require("--report", file, "a report is saved beside it, such as report.json"));
    }

    /** Checks one file that a command will write in the end. */
    static void requireWritable(Path file, String what) {
        try {
            AtomicFile.check(file);
        } catch (IOException refused) {
            throw notWritten(file, what, refused);
        }
    }

    void write(Plan plan, Surroundings surroundings) {
        for (Path file : files(surroundings)) {
            try {
                AtomicFile.write(file, out -> PlanWriter.write(plan, out));
            } catch (IOException refused) {
                throw notWritten(file, "Report", refused);
            }
        }
    }

    static void save(Plan plan, Path file) {
        try {
            PlanFile.write(plan, file);
        } catch (PlanFault fault) {
            throw new Ending(ExitCode.ERROR, fault.diagnostic());
        }
    }

    void write(ApplyResult result, ExitCode code, Surroundings surroundings) {
        for (Path file : files(surroundings)) {
            try {
                AtomicFile.write(file, out -> ApplyReport.write(result, code, out));
            } catch (IOException refused) {
                throw notWritten(file, "Report", refused);
            }
        }
    }

    private List<Path> files(Surroundings surroundings) {
        return reports.stream()
                .map(report -> surroundings.folder().resolve(report.substring(JSON.length())))
                .toList();
    }

    static Ending notWritten(Path file, String what, IOException refused) {
        return Ending.of(
                ExitCode.ERROR,
                what + " not saved",
                "The %s cannot be written to %s: %s."
                        .formatted(what.toLowerCase(Locale.ROOT), file, FileFault.why(refused)));
    }
}

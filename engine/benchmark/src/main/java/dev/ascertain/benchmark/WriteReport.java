package dev.ascertain.benchmark;

import dev.ascertain.cli.report.Report;
import dev.ascertain.cli.report.ReportFormat;
import dev.ascertain.cli.view.Exit;
import dev.ascertain.core.file.AtomicFile;
import dev.ascertain.core.plan.Plan;
import dev.ascertain.core.plan.PlanResult;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes one report of a plan into a file, in a process that has written none before, and prints milliseconds, and how
 * many of them the processor worked: another number on a busy machine. Arguments: format, how many verifications, file.
 * Without any: the formats there are.
 */
final class WriteReport {
    private WriteReport() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            for (ReportFormat format : ReportFormat.values()) {
                System.out.println(format.word());
            }
            return;
        }
        ReportFormat format = ReportFormat.named(arguments[0]).orElseThrow();
        Plan plan = JudgeAndRender.plan(Integer.parseInt(arguments[1]));
        var processor = ManagementFactory.getThreadMXBean();
        long worked = processor.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        var report = Report.of(new PlanResult(plan, List.of(), false), Exit.OK, Path.of(""), null);
        AtomicFile.write(Path.of(arguments[2]), out -> format.write(report, out));
        long took = System.nanoTime() - begin;
        worked = processor.getCurrentThreadCpuTime() - worked;
        System.out.println(took / 1_000_000 + " " + worked / 1_000_000);
    }
}

package dev.ascertain.cli.command;

import dev.ascertain.cli.report.ReportFormat;
import dev.ascertain.cli.terminal.Surroundings;
import java.nio.file.Path;
import java.util.List;

/** The reports that fit where the run takes place, as {@code --report auto} asks for. */
final class AutoReports {
    private AutoReports() {}

    /**
     * @return none where no known CI runs this
     */
    static List<Wanted> wanted(Surroundings surroundings) {
        if (surroundings.variable("GITHUB_ACTIONS").equals("true")) {
            return github(surroundings.variable("GITHUB_STEP_SUMMARY"));
        }
        if (surroundings.variable("GITLAB_CI").equals("true")) {
            return List.of(
                    file(ReportFormat.GITLAB, "gl-code-quality-report.json"),
                    file(ReportFormat.JUNIT, "gl-junit-report.xml"),
                    file(ReportFormat.GITLAB_TERRAFORM, "gl-terraform-report.json"));
        }
        return List.of();
    }

    private static List<Wanted> github(String summary) {
        var annotations = new Wanted(ReportFormat.GITHUB, new Goal.Shown());
        return summary.isEmpty()
                ? List.of(annotations)
                : List.of(annotations, new Wanted(ReportFormat.MARKDOWN, new Goal.Appended(Path.of(summary))));
    }

    private static Wanted file(ReportFormat format, String name) {
        return new Wanted(format, new Goal.InFile(Path.of(name)));
    }
}

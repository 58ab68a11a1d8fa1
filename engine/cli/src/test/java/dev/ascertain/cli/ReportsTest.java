package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import dev.ascertain.cli.Stage.Run;
import dev.ascertain.cli.report.ReportFormat;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.testkit.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports of whole runs. */
class ReportsTest {
    @TempDir
    Path folder;

    @Test
    void allAtOnce() throws IOException {
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", FakeProvider.live("a.example.com", Status.NEEDS_PROOF));
        var words = new ArrayList<>(List.of("plan", "--out", "a.plan"));
        for (ReportFormat format : ReportFormat.values()) {
            words.addAll(List.of("--report", format.word() + "=report." + format.word()));
        }
        Run run = stage.run(words.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(read(format)).contains("1.0".repeat(holdsVersion(format) ? 1 : 0));
            assertThat(read(format)).contains("fake_verification.a".repeat(namesAll(format) ? 1 : 0));
        }
        assertThat(read(ReportFormat.JSON)).isEqualTo(Files.readString(folder.resolve("a.plan")));
        assertThat(read(ReportFormat.GITHUB)).startsWith("::error file=a.yaml,line=3,col=5,title=fake_verification.a");
        assertThat(run.out()).contains("Plan: 1 to retry.");
        assertThat(read(ReportFormat.MARKDOWN)).contains("# Plan: 1 to retry.\n");
    }

    private static boolean holdsVersion(ReportFormat format) {
        return namesAll(format)
                && format != ReportFormat.GITHUB
                && format != ReportFormat.GITLAB
                && format != ReportFormat.SLACK;
    }

    private static boolean namesAll(ReportFormat format) {
        return format != ReportFormat.GITLAB_TERRAFORM;
    }

    @Test
    void whatWasNotApprovedIsReportedAsPlanned() throws IOException {
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", FakeProvider.live("a.example.com", Status.NEEDS_PROOF));
        Run run = stage.run("apply", "--report", "junit=report.junit");
        assertThat(run.code()).isEqualTo(5);
        assertThat(read(ReportFormat.JUNIT))
                .contains("<testsuites name=\"ascertain plan\" tests=\"1\" failures=\"1\"", "value=\"5\"");
    }

    @Test
    void anApplyIsReported() throws IOException {
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", FakeProvider.live("a.example.com", Status.VERIFIED));
        Run run = stage.run("apply", "--auto-approve", "--report", "markdown=report.markdown");
        assertThat(run.code()).isZero();
        assertThat(read(ReportFormat.MARKDOWN)).startsWith("<!-- ascertain report 1.0 -->\n# Apply: 1 ");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whatCannotBeWrittenIsToldBeforeAnythingIsAsked(ReportFormat format) {
        for (String command : List.of("plan", "apply")) {
            Stage stage = new Stage(folder).manifest();
            stage.provider.shows("a", FakeProvider.live("a.example.com", Status.NEEDS_PROOF));
            Run run = stage.run(command, "--report", format.word() + "=nowhere/report");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualTo("Error: Report not saved\n\n  The report cannot be written to "
                            + folder.resolve("nowhere/report") + ": the folder " + folder.resolve("nowhere")
                            + " does not exist.\n\n");
            assertThat(run.out()).isEmpty();
            assertThat(stage.provider.observed()).isEmpty();
        }
    }

    @Test
    @EnabledOnOs(LINUX)
    void aFolderThatTakesNoFileIsToldBeforeAnythingIsAsked() {
        Stage stage = new Stage(folder).manifest();
        Assumptions.assumeTrue(Files.isWritable(Path.of("/proc")), "root may write to it by its permissions");
        assertThat(stage.run("plan", "--report", "html=/proc/x"))
                .isEqualTo(
                        new Run(
                                1,
                                "",
                                "Error: Report not saved\n\n  The report cannot be written to /proc/x: the system says \"no such file or directory\".\n\n"));
        assertThat(stage.run("plan", "--json-into", "/proc/x").err())
                .contains("--json-into /proc/x cannot be written to: the system says \"no such file or directory\".");
        assertThat(stage.provider.observed()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void onlyMetricsAreForOtherUsersToo(ReportFormat format) throws IOException {
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", FakeProvider.live("a.example.com", Status.NEEDS_PROOF));
        stage.run("plan", "--report", format.word() + "=report." + format.word());
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("report." + format.word()))))
                .isEqualTo(format == ReportFormat.PROMETHEUS ? "rw-r--r--" : "rw-------");
    }

    @Test
    void aPageTellsTheChainOfEvidence() throws IOException {
        Stage stage = new Stage(folder).manifest();
        LiveVerification live = FakeProvider.live("shop.example", Status.NEEDS_PROOF);
        stage.provider.shows(
                "a",
                new LiveVerification(
                        live.id(),
                        live.label(),
                        live.attributes(),
                        live.status(),
                        List.of(),
                        List.of(new Challenge.Txt("_acme-challenge.shop.example", "token-1", null)),
                        List.of(),
                        Schedule.UNKNOWN,
                        new Claim("shop.example", true, List.of("letsencrypt.org"), null, "dcv.cloudflare.com")));
        String seen = Path.of("src/test/resources/evidence/txt-missing.json")
                .toAbsolutePath()
                .toString();
        Run run = stage.run("plan", "--evidence-in", seen, "--report", "html=report.html");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(read(ReportFormat.HTML))
                .contains(
                        "<summary>Evidence: the first link that does not hold is record</summary>",
                        "<li class=\"broken\"><b>record</b> <span class=\"state\">broken</span>",
                        "<h3>Publish (missing)</h3>",
                        "<code class=\"exact\">_acme-challenge.shop.example. 300 IN TXT \"token-1\"</code>",
                        "<span class=\"label\">name in the zone</span><code class=\"exact\">_acme-challenge</code>");
    }

    private String read(ReportFormat format) throws IOException {
        return Files.readString(folder.resolve("report." + format.word()));
    }
}

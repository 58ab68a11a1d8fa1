package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.Stage.Run;
import dev.ascertain.spi.Status;
import dev.ascertain.testkit.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports that fit where a run takes place. */
class AutoReportsTest {
    private static final String ANNOTATION =
            "::error file=a.yaml,line=3,col=5,title=fake_verification.a  a.example.com::";

    @TempDir
    Path folder;

    @Test
    void inGithubActionsThereAreAnnotationsAndASummaryBehindWhatIsThere() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary"), "# Tests\n");
        Stage stage = stage().with("GITHUB_ACTIONS", "true").with("GITHUB_STEP_SUMMARY", summary.toString());
        Run run = stage.run("plan", "--json", "--report", "auto", "--report", "json=r.json");
        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith(ANNOTATION).endsWith("::notice title=Ascertain::Plan: 1 to retry.\n");
        assertThat(run.out().lines()).allMatch(line -> line.startsWith("{"));
        assertThat(Files.readString(summary))
                .startsWith("# Tests\n\n<!-- ascertain report 1.0 -->\n# Plan: 1 to retry.\n");
        assertThat(files()).containsExactly("a.yaml", "r.json", "summary");
    }

    @Test
    void aSummaryThatIsFullStaysAsItIs() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary"), "x".repeat((1 << 20) - 100));
        Run run = stage().with("GITHUB_ACTIONS", "true")
                .with("GITHUB_STEP_SUMMARY", summary.toString())
                .run("apply", "--auto-approve", "--no-wait", "--report", "auto");
        assertThat(run.err()).contains("::notice title=Ascertain::Apply: ");
        assertThat(summary).hasSize((1 << 20) - 100);
    }

    @Test
    void aSummaryThatCannotBeWrittenIsToldBeforeAnythingIsAsked() {
        Stage stage = stage().with("GITHUB_ACTIONS", "true").with("GITHUB_STEP_SUMMARY", "/nowhere/summary");
        Run run = stage.run("plan", "--report", "auto");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("Error: Report not saved\n");
        assertThat(stage.provider.observed()).isEmpty();
    }

    @Test
    void inGitlabThereAreThreeFiles() throws IOException {
        Run run = stage().with("GITLAB_CI", "true").run("plan", "--report", "auto");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(files())
                .containsExactly(
                        "a.yaml", "gl-code-quality-report.json", "gl-junit-report.xml", "gl-terraform-report.json");
        assertThat(folder.resolve("gl-terraform-report.json")).hasContent("{\"create\":0,\"update\":1,\"delete\":0}");
    }

    @Test
    void elsewhereNothingIsWrittenAndThatIsSaid() throws IOException {
        Run run = stage().run("plan", "--report", "auto");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsOnlyOnce("Neither GitHub Actions nor GitLab CI runs this: --report auto writes nothing.\n");
        assertThat(files()).containsExactly("a.yaml");
    }

    @Test
    void aFileThatAutoWritesTooIsRefused() {
        Run run = stage().with("GITLAB_CI", "true")
                .run("plan", "--report", "auto", "--report", "junit=gl-junit-report.xml");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("--report gl-junit-report.xml: another --report writes that file");
    }

    @Test
    void autoIsTakenOnceHoweverOftenItIsSaid() throws IOException {
        Run run = stage().with("GITLAB_CI", "true").run("plan", "--report", "auto", "--report", "auto");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(files()).hasSize(4);
    }

    @Test
    void autoTakesNoFile() {
        assertThat(stage().run("plan", "--report", "auto=x")).isEqualTo(new Run(64, "", """
                Error: Unknown report

                  --report auto: it stands alone, without a file: it chooses formats and files by itself.
                """));
    }

    @Test
    void autoIsNamedWhereAFormatIsNone() {
        assertThat(stage().run("plan", "--report", "htm=x").err())
                .contains("there is no format \"htm\"; there are json, ", "webhook and auto, as in --report junit=");
    }

    private Stage stage() {
        Stage stage = new Stage(folder).manifest();
        stage.provider.shows("a", FakeProvider.live("a.example.com", Status.NEEDS_PROOF));
        return stage;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

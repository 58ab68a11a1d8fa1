package dev.ascertain.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.manifest.Catalog;
import dev.ascertain.testkit.FakeProvider;
import dev.ascertain.testkit.FakeProviderFactory;
import dev.ascertain.testkit.FakeTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Every command, every option and every exit code stands in a manual page. */
class ManualFilesTest {
    private static final Map<String, String> PAGES = ManualFiles.pages(
            Catalog.of(List.of(new FakeProviderFactory(new FakeProvider(FakeTime.at("2026-11-22T12:00:00Z"))))),
            "2026-11-22");

    @Test
    void everyCommandHasAPageWithAllItsOptions() {
        check(Commands.all().getCommandSpec());
        assertThat(PAGES).containsKeys("ascertain.1", "ascertain-plan.1", "ascertain-providers-schema.1");
    }

    private static void check(CommandSpec command) {
        String page = PAGES.get(command.qualifiedName("-") + ".1");
        assertThat(page)
                .contains(
                        "\n.SH NAME\n",
                        "\n.SH SYNOPSIS\n",
                        "\n.SH DESCRIPTION\n",
                        "\n.SH OPTIONS\n",
                        "\n.SH EXIT STATUS\n")
                .contains("\n.SH SEE ALSO\n");
        command.options()
                .forEach(option ->
                        assertThat(page).contains("\\fB" + option.longestName().replace("-", "\\-") + "\\fR"));
        command.subcommands().values().stream().map(CommandLine::getCommandSpec).forEach(ManualFilesTest::check);
    }

    @Test
    void noLineOfTextIsARequest() {
        assertThat(PAGES.values())
                .allSatisfy(page -> assertThat(page.lines())
                        .allMatch(line -> !line.startsWith("'")
                                && (!line.startsWith(".") || line.matches("\\.(nh|ad l|TH|SH|TP|PP).*"))));
    }

    @Test
    void theSameCommandsGiveTheSamePages() {
        assertThat(PAGES.get("ascertain-version.1")).startsWith("""
                .nh
                .ad l
                .TH "ASCERTAIN\\-VERSION" 1 "2026-11-22" "ascertain %s" "User commands"
                .SH NAME
                ascertain\\-version \\-
                tells which version this is
                .SH SYNOPSIS
                \\fBascertain\\fR \\fBversion\\fR [\\fIOPTION\\fR...]
                .SH DESCRIPTION
                Tells which version this is.
                .SH OPTIONS
                .TP
                \\fB\\-\\-json\\fR
                Tell it as JSON.
                """.formatted(Version.text()));
    }

    @Test
    void theReadmeHasTheSameExitCodes() throws IOException {
        assertThat(Files.readAllLines(Path.of("../../README.md")).stream()
                        .filter(line -> line.matches("\\| [0-9]+ \\| .*"))
                        .map(line -> Integer.valueOf(line.split(" ", 3)[1])))
                .containsExactlyInAnyOrderElementsOf(List.of(ExitCode.values()).stream()
                        .map(ExitCode::number)
                        .toList());
    }
}

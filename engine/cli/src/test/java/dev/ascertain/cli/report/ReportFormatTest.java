package dev.ascertain.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ascertain.cli.view.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format: what it looks like, and that it stays small. */
class ReportFormatTest {
    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(ReportFormat.JUNIT, "junit.xml"),
                Arguments.of(ReportFormat.MARKDOWN, "markdown.md"),
                Arguments.of(ReportFormat.HTML, "html.html"),
                Arguments.of(ReportFormat.PROMETHEUS, "prometheus.prom"),
                Arguments.of(ReportFormat.GITHUB, "github.txt"),
                Arguments.of(ReportFormat.SARIF, "sarif.json"),
                Arguments.of(ReportFormat.GITLAB, "gitlab.json"),
                Arguments.of(ReportFormat.GITLAB_TERRAFORM, "gitlab-terraform.json"),
                Arguments.of(ReportFormat.SLACK, "slack.json"),
                Arguments.of(ReportFormat.WEBHOOK, "webhook.json"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void looksLikeThis(ReportFormat format, String name) {
        Golden.check("report-plan-" + name, Reports.text(format, Reports.plan()));
        Golden.check("report-apply-" + name, Reports.text(format, Reports.apply()));
    }

    @Test
    void markdownTellsWhatBecameOfItSinceAnEarlierRun() {
        Golden.check("report-compared-markdown.md", Reports.text(ReportFormat.MARKDOWN, Reports.compared()));
    }

    /** In code a bar is a bar, but within a table it would begin the next cell. */
    @Test
    void markdownEscapesABarOnlyWithinATable() {
        assertThat(Reports.text(ReportFormat.MARKDOWN, Reports.hostile("dns|<team> @channel")))
                .contains(
                        "\n## `Needs you (dns|<team> @channel)`: 2\n",
                        "\n- **error**: `dns|<team> @channel. dns|<team> @channel`\n",
                        " | `dns\\|<team> @channel` | `dns\\|<team> @channel` |");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void canBeParsed(ReportFormat format) {
        Readers.check(format, Reports.text(format, Reports.plan()));
        Readers.check(format, Reports.text(format, Reports.apply()));
        Readers.check(format, Reports.text(format, Reports.of()));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "JSON", mode = EnumSource.Mode.EXCLUDE)
    void tenThousandStayBounded(ReportFormat format) {
        String text = Reports.text(format, Reports.many(10_000));
        Readers.check(format, text);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(most(format));
    }

    private static int most(ReportFormat format) {
        return switch (format) {
            case JSON -> Integer.MAX_VALUE;
            case JUNIT, SARIF, GITLAB -> 12_000_000;
            case MARKDOWN -> Summary.LIMIT;
            case HTML -> 20_000_000;
            case WEBHOOK -> 1 << 20;
            case SLACK -> 16_000;
            case PROMETHEUS, GITHUB, GITLAB_TERRAFORM -> 8_000;
        };
    }

    @Test
    void whatDoesNotFitIntoMarkdownIsCountedLoudly() {
        String text = Summary.text(Reports.many(100), 8_192);
        long shown = text.lines().filter(line -> line.startsWith("| `")).count();
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(8_192);
        assertThat(text)
                .contains(
                        "# Plan: 100 need you.\n",
                        "## Needs you (edge-team): 100\n",
                        "> **… %d more are not shown: this report ends at 8192 bytes.".formatted(100 - shown))
                .endsWith(
                        "> **… details of %d more are not shown: this report ends at 8192 bytes. The JSON report has them all.**\n"
                                .formatted(shown));
        assertThat(shown).isBetween(20L, 99L);
    }

    @Test
    void fiveThousandHaveSeriesOfTheirOwnAndOneMoreHasNot() {
        assertThat(Reports.text(ReportFormat.PROMETHEUS, Reports.many(Prometheus.MOST)))
                .contains("form=\"each\"", "ascertain_verification_state{");
        assertThat(Reports.text(ReportFormat.PROMETHEUS, Reports.many(Prometheus.MOST + 1)))
                .contains("form=\"summary\"", "state=\"blocked\",weight=\"failure\"} 5001\n")
                .doesNotContain("ascertain_verification_state");
    }

    @Test
    void noMetricHoldsWhatMustBePublishedOrWasObserved() {
        assertThat(Reports.text(ReportFormat.PROMETHEUS, Reports.plan()))
                .contains("huaweicloud_live_domain_verification.push")
                .doesNotContain("liveauth_3543", "timing_out", "verification.example.com");
    }

    @Test
    void sarifFitsItsSchema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("src/test/resources/report/sarif-2.1.0.json")), InputFormat.JSON);
        for (Report report : List.of(Reports.plan(), Reports.apply(), Reports.of(), Reports.hostile("a\u0000[b](c)"))) {
            assertThat(schema.validate(Reports.text(ReportFormat.SARIF, report), InputFormat.JSON))
                    .isEmpty();
        }
        assertThat(schema.validate("{\"version\":\"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void aFingerprintDoesNotChangeWithTheLine() {
        Row row = Reports.plan().open().getFirst();
        Verification about = row.about();
        var moved = new Verification(
                about.address(), about.instance(), about.type(), about.account(), about.owner(), "other.yaml", 99, 1);
        assertThat(Mark.of(row.about(moved))).isEqualTo(Mark.of(row)).matches("[0-9a-f]{64}");
        assertThat(Mark.of(row.about(about.called("other")))).isNotEqualTo(Mark.of(row));
    }
}

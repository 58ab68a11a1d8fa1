package dev.ascertain.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.record.Hostile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a provider or a manifest says, a report's reader sees it and nothing obeys it. */
class HostileReportsTest {
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\n]]");
    private static final int MOST = 200_000;

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void hostileTextsAreHarmless(ReportFormat format) {
        for (String text : Hostile.REPORTED) {
            check(format, Reports.hostile(text), text);
            check(format, Reports.hostileApply(text), text);
        }
    }

    /**
     * Half a character cannot be encoded: it is written out, as all that is not seen. Only a zone file, whose lines are
     * bytes, has a question mark for it; the value beside it tells.
     */
    @ParameterizedTest(name = "{0}")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GITLAB_TERRAFORM")
    void halfACharacterIsWrittenOut(ReportFormat format) {
        for (String half : List.of("\ud83d", "\udc00", "\udc00\ud800")) {
            String text = "half " + half;
            for (Report report : List.of(Reports.hostile(text), Reports.hostileApply(text))) {
                String written = Reports.text(format, report).replace(" 300 IN TXT \"half ?", "");
                assertThat(written).containsPattern("half \\\\{1,2}u[dD][8cC]").doesNotContain("half ?");
            }
        }
    }

    /** Metrics for a reader that is not ours: {@code .ci/reports/run}. */
    @Test
    void leavesMetricsForPrometheusItself() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/prometheus"));
        int number = 0;
        for (String text : Hostile.REPORTED) {
            number++;
            Path file = folder.resolve(number + ".prom");
            Files.writeString(file, Reports.text(ReportFormat.PROMETHEUS, Reports.hostile(text)));
            assertThat(file).isNotEmptyFile();
        }
    }

    private static void check(ReportFormat format, Report report, String text) {
        String written = Reports.text(format, report);
        String of = text.length() > 80 ? text.substring(0, 80) : text;
        Readers.check(format, written);
        if (format != ReportFormat.JSON) {
            assertThat(HIDDEN.matcher(written).results().toList())
                    .as("hidden in %s of %s", format, of)
                    .isEmpty();
            assertThat(written.length()).as("size of %s of %s", format, of).isLessThan(MOST);
        }
        if (format != ReportFormat.GITHUB) {
            assertThat(written.lines())
                    .as("%s of %s", format, of)
                    .noneMatch(line -> line.stripLeading().startsWith("::"));
        }
    }
}

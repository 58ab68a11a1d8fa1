package dev.ascertain.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.cli.record.Hostile;
import dev.ascertain.core.plan.Change;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages that a real browser is given afterwards: {@code .ci/browser/run}. */
class SamplePagesTest {
    private static final Path FOLDER = Path.of("target/pages");

    @Test
    void arePutWhereABrowserFindsThem() throws IOException {
        Files.createDirectories(FOLDER);
        write("plan", Reports.plan());
        write("compared", Reports.compared());
        write("apply", Reports.pursued());
        write("many", Reports.fleet(5_000));
        write("hostile", Reports.of(hostile(1)));
        write("hostile-many", Reports.of(hostile(5)));
        write(
                "hostile-apply",
                Reports.hostileApply("</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"));
        assertThat(Files.size(FOLDER.resolve("many.html"))).isBetween(1_000_000L, 10_000_000L);
    }

    private static Change[] hostile(int times) {
        int count = Hostile.REPORTED.size();
        return IntStream.range(0, count * times)
                .mapToObj(number -> Hostile.REPORTED.get(number % count))
                .map(Reports::change)
                .toArray(Change[]::new);
    }

    private static void write(String name, Report report) throws IOException {
        try (OutputStream out = Files.newOutputStream(FOLDER.resolve(name + ".html"))) {
            ReportFormat.HTML.write(report, out);
        }
    }
}

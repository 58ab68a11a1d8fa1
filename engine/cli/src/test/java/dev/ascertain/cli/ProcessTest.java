package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.sandbox.Sandbox;
import dev.ascertain.sandbox.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a real process meets: a disk that takes no more, an output that nobody reads, a sudden end. */
@Timeout(120)
class ProcessTest {
    private static final String SCENARIO = """
            cloudflare:
              tokens: [{token: rehearsal}]
              zones:
                - name: shop.example
                  verifications:
            """
            + IntStream.range(0, 40)
                    .mapToObj("        - {hostname: h%d.shop.example, certificate_status: timing_out}\n"::formatted)
                    .collect(Collectors.joining());

    @TempDir
    Path folder;

    private final CountDownLatch triggered = new CountDownLatch(1);
    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(Scenario.parse(SCENARIO), Clock.systemUTC(), 0, request -> {
            if (request.target().contains("retry")) {
                triggered.countDown();
            }
        });
        Files.writeString(
                folder.resolve("a.yaml"),
                "ascertain: 1\nverifications:\n  - {type: cloudflare_ssl_verification, name: a, zone: shop.example}\n");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aDiskThatIsFullLeavesNothingHalfWritten() throws Exception {
        // The limit on the size of a file stands in for the disk: a write fails in the middle.
        Result full = run("ulimit -f 2; exec \"$@\"", "plan", "--evidence", "none", "--out", "change.plan");
        assertThat(full.code()).isEqualTo(1);
        assertThat(full.err())
                .isEqualTo("Error: Plan not saved\n\n  The plan could not be written to change.plan: File too large.\n"
                        + "  No plan file was made there; one that was there before stays as it was.\n\n");
        assertThat(files()).containsExactly("a.yaml");

        assertThat(run("exec \"$@\"", "plan", "--evidence", "none", "--out", "change.plan")
                        .code())
                .isZero();
        String before = Files.readString(folder.resolve("change.plan"));
        assertThat(run("ulimit -f 2; exec \"$@\"", "plan", "--evidence", "none", "--out", "change.plan")
                        .code())
                .isEqualTo(1);
        assertThat(folder.resolve("change.plan")).hasContent(before);
        Result apply = run("ulimit -f 2; exec \"$@\"", "apply", "--evidence", "none", "change.plan");
        assertThat(apply.err()).startsWith("Error: Plan not applied\n").contains("Nothing was triggered.");
        assertThat(apply.code()).isEqualTo(1);
        assertNothingTriggered();
    }

    @Test
    void anOutputThatNobodyReadsEndsTheRunQuietlyAndNothingIsTriggered() throws Exception {
        Result closed = run("\"$@\" | true; exit ${PIPESTATUS[0]}", "apply", "--evidence", "none", "--auto-approve");
        assertThat(closed.code()).isEqualTo(141);
        assertNothingTriggered();
        assertThat(closed.err()).isEmpty();
    }

    @Test
    void aRunThatIsKilledLeavesAPlanThatIsNotAppliedTwice() throws Exception {
        assertThat(run("exec \"$@\"", "plan", "--evidence", "none", "--out", "change.plan")
                        .code())
                .isZero();
        Process apply = start("exec \"$@\"", "apply", "--evidence", "none", "change.plan");
        triggered.await();
        apply.destroyForcibly().waitFor();

        Result again = run("exec \"$@\"", "apply", "--evidence", "none", "change.plan");
        assertThat(again.code()).isEqualTo(5);
        assertThat(again.err()).startsWith("Error: Plan already applied\n").contains("Make a new plan");
        assertThat(sandbox.requests())
                .filteredOn(request -> request.target().contains("retry"))
                .hasSize(1);
        assertThat(run("exec \"$@\"", "plan", "--evidence", "none", "--out", "change.plan")
                        .code())
                .isZero();
        assertThat(files()).containsExactly("a.yaml", "change.plan");
    }

    private record Result(int code, String err) {}

    private Result run(String script, String... words) throws IOException, InterruptedException {
        Process process = start(script, words);
        String err = process.errorReader(StandardCharsets.UTF_8).readAllAsString();
        return new Result(process.waitFor(), err);
    }

    private Process start(String script, String... words) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                Stream.of("bash", "-c", script, "ascertain", java, "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"),
                Stream.of("-cp", System.getProperty("java.class.path"), "dev.ascertain.cli.Main"),
                Stream.of(words));
        var builder = new ProcessBuilder(command.flatMap(part -> part).toList()).directory(folder.toFile());
        builder.environment().putAll(sandbox.environment());
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private void assertNothingTriggered() {
        assertThat(sandbox.requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target()).doesNotContain("retry");
        });
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

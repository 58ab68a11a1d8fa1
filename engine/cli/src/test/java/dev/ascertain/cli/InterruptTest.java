package dev.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, with a real process and real signals. */
@Timeout(60)
class InterruptTest {
    private static final String ZONE = "00000000000000000000000000000001";
    private static final String OTHER = "00000000000000000000000000000002";
    private static final String STOPPING = "Stopping after the calls in flight; press Ctrl-C again to exit at once.";

    @TempDir
    Path folder;

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private volatile String result = "[]";
    private HttpServer stub;

    @BeforeEach
    void start() throws IOException {
        stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        stub.createContext("/", this::answer);
        stub.start();
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        stub.stop(0);
    }

    @Test
    void theFirstFinishesTheCallInFlightAndStartsNone() throws Exception {
        Process run = plan();
        BufferedReader err = run.errorReader(StandardCharsets.UTF_8);
        called.await();
        signal(run, "INT");
        assertThat(nextLine(err)).isEqualTo(STOPPING);
        mayAnswer.countDown();
        assertThat(run.waitFor()).isEqualTo(130);
        assertThat(calls).hasValue(1);
        assertThat(run.inputReader(StandardCharsets.UTF_8).readAllAsString()).contains("Plan: ");
        assertThat(err.readAllAsString()).doesNotContain("\tat ");
    }

    @Test
    void theSecondExitsAtOnce() throws Exception {
        Process run = plan();
        BufferedReader err = run.errorReader(StandardCharsets.UTF_8);
        called.await();
        signal(run, "TERM");
        assertThat(nextLine(err)).isEqualTo(STOPPING);
        signal(run, "INT");
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(130);
    }

    @Test
    void anImportThatIsStoppedWritesNothing() throws Exception {
        Process run = program("import", "--provider=cloudflare", "--out=" + folder.resolve("live.yaml"), ZONE, OTHER);
        BufferedReader err = run.errorReader(StandardCharsets.UTF_8);
        called.await();
        signal(run, "INT");
        assertThat(nextLine(err)).isEqualTo(STOPPING);
        mayAnswer.countDown();
        assertThat(run.waitFor()).isEqualTo(130);
        assertThat(calls).hasValue(1);
        assertThat(err.readAllAsString()).isEqualTo("""
                Error: Nothing written

                  The run was stopped before all was read.

                """);
        assertThat(run.inputReader(StandardCharsets.UTF_8).readAllAsString()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    /** Nothing is in flight while somebody thinks: there is nothing to finish. */
    @Test
    void whoIsAskedForAnApprovalIsToldThatNothingWasTriggered() throws Exception {
        result = "[{\"hostname\":\"shop.example\",\"certificate_status\":\"timing_out\"}]";
        mayAnswer.countDown();
        String manifest = manifest().toString();
        Process run = start(List.of("-Dascertain.terminals=0"), "apply", "--evidence=none", manifest);
        BufferedReader err = run.errorReader(StandardCharsets.UTF_8);
        var told = new StringBuilder();
        while (!told.toString().endsWith("  Answer: ")) {
            int next = err.read();
            assertThat(next).as(told::toString).isNotNegative();
            told.append((char) next);
        }
        signal(run, "INT");
        assertThat(run.waitFor()).isEqualTo(130);
        assertThat(err.readAllAsString()).isEqualTo("""

                Error: Interrupted

                  Nothing was triggered.

                """);
        assertThat(calls).hasValue(2);
    }

    private static String nextLine(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        while (line != null && line.isBlank()) {
            line = reader.readLine();
        }
        return line;
    }

    /** Two zones, one call at a time: the first one hangs. */
    private Process plan() throws Exception {
        return program("plan", "--parallelism=1", manifest().toString());
    }

    private Path manifest() throws IOException {
        return Files.writeString(folder.resolve("a.yaml"), """
                ascertain: 1
                verifications:
                  - {type: cloudflare_ssl_verification, name: a, zone_id: %s}
                  - {type: cloudflare_ssl_verification, name: b, zone_id: %s}
                """.formatted(ZONE, OTHER));
    }

    private Process program(String... words) throws Exception {
        return start(List.of(), words);
    }

    private Process start(List<String> properties, String... words) throws Exception {
        var command = new ArrayList<>(heedingSignals());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.provider=dev.ascertain.cli.log.LogProvider",
                "-Dslf4j.internal.verbosity=WARN",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(properties);
        command.add("dev.ascertain.cli.Main");
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().put("CLOUDFLARE_API_TOKEN", "token");
        builder.environment()
                .put(
                        "CLOUDFLARE_BASE_URL",
                        "http://127.0.0.1:" + stub.getAddress().getPort() + "/client/v4");
        return builder.start();
    }

    /**
     * A job that a CI runner starts in the background ignores SIGINT, and so does all that it starts, Java included: the
     * program is given the usual signals back, where the system's {@code env} can do that.
     */
    static List<String> heedingSignals() throws Exception {
        List<String> heeding = List.of("env", "--default-signal=INT,TERM");
        var trial = new ArrayList<>(heeding);
        trial.add("true");
        return new ProcessBuilder(trial).start().waitFor() == 0 ? heeding : List.of();
    }

    static void signal(Process process, String name) throws Exception {
        new ProcessBuilder(List.of("kill", "-" + name, Long.toString(process.pid())))
                .start()
                .waitFor();
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        called.countDown();
        try {
            mayAnswer.await();
        } catch (InterruptedException over) {
            return;
        }
        byte[] body = "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":%s}"
                .formatted(result)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

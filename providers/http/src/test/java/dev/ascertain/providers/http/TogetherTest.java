package dev.ascertain.providers.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.testkit.FakeTime;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many calls at once with one credential. */
@Timeout(60)
final class TogetherTest {
    private final FakeTime time = FakeTime.at("2026-01-01T00:00:00Z");
    private final HttpAccess access = HttpAccess.open(Stub.settings(Stub.WIDE), time.context(Stub.PARALLELISM));
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        callers.close();
        access.close();
    }

    @Test
    void theFirstGoesAloneAndThenEveryConnectionIsUsed() throws Exception {
        var first = new AtomicInteger();
        var besideTheFirst = new CountDownLatch(1);
        var together = new CountDownLatch(Stub.PARALLELISM);
        try (var server = RawServer.that(out -> {
            if (first.incrementAndGet() == 1) {
                answer(out, await(besideTheFirst, 100) ? "not alone" : "alone");
                return;
            }
            besideTheFirst.countDown();
            together.countDown();
            answer(out, await(together, 10_000) ? "together" : "one by one");
        })) {
            List<String> names = all(Stub.PARALLELISM + 1, server);

            assertThat(names).contains("alone").filteredOn("together"::equals).hasSize(Stub.PARALLELISM);
        }
    }

    @Test
    void after401NothingIsAskedAnyMore() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")) {
            List<String> failures = all(20, server);

            assertThat(failures)
                    .containsOnlyOnce("UNAUTHORIZED Acme answered 401 ().")
                    .filteredOn(
                            "NOT_ASKED Acme refused this credential before, so nothing more was asked with it."::equals)
                    .hasSize(19);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void afterCtrlCNothingIsStarted() throws Exception {
        time.stop();
        try (var server = RawServer.saying("")) {
            assertThat(all(3, server)).containsOnly("NOT_ASKED The run was stopped before this was asked.");
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void ctrlCEndsTheWaitForAnotherAttemptAndIsPassedOn() throws Exception {
        time.stopAfter(1);
        try (var server = RawServer.saying("")) {
            Stub.Reading reading = access.reads(Stub.Reading.class, Stub.at(server.port()));
            var interrupted = callers.submit(() -> {
                String told = told(() -> reading.thing("a").name());
                return told + " " + Thread.interrupted();
            });

            assertThat(interrupted.get()).isEqualTo("NOT_ASKED The run was stopped before this was asked. true");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    /** What each of that many calls returned, or failed with. */
    private List<String> all(int calls, RawServer server) throws Exception {
        Stub.Reading reading = access.reads(Stub.Reading.class, Stub.at(server.port()));
        Callable<String> call = () -> told(() -> reading.thing("a").name());
        List<Future<String>> futures =
                Stream.generate(() -> callers.submit(call)).limit(calls).toList();
        var told = new ArrayList<String>();
        for (Future<String> future : futures) {
            told.add(future.get());
        }
        return told;
    }

    private static String told(Callable<String> call) throws Exception {
        try {
            return call.call();
        } catch (ProviderException failure) {
            return failure.kind() + " " + failure.what();
        }
    }

    private static void answer(OutputStream out, String name) throws IOException {
        String body = "{\"name\":\"" + name + "\"}";
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ";
        out.write((head + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean await(CountDownLatch latch, long milliseconds) {
        try {
            return latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

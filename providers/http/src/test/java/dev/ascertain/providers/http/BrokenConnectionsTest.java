package dev.ascertain.providers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.testkit.FakeTime;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that misbehave below HTTP. */
final class BrokenConnectionsTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private final FakeTime time = FakeTime.at("2026-01-01T00:00:00Z");
    private HttpAccess access = Stub.access(time);

    @AfterEach
    void close() {
        access.close();
    }

    private void impatient(Duration response, Duration call) {
        var timeouts = new Timeouts(Duration.ofSeconds(5), response, call);
        access = HttpAccess.open(Stub.settings(Stub.WIDE), time.context(Stub.PARALLELISM), timeouts);
    }

    @Test
    void aCutBodyIsAskedForAgain() throws IOException {
        try (var server = RawServer.saying(HEAD + "Content-Length: 100\r\n\r\n{\"name\"")) {
            assertThat(reading(server.port())).isEqualTo("MALFORMED_RESPONSE The answer of Acme was cut off.");
            assertThat(server.requests()).isEqualTo(4);
        }
    }

    @Test
    void aCutChunkIsAskedForAgain() throws IOException {
        try (var server = RawServer.saying(HEAD + "Transfer-Encoding: chunked\r\n\r\n40\r\n{\"name\"")) {
            assertThat(reading(server.port())).isEqualTo("MALFORMED_RESPONSE The answer of Acme was cut off.");
            assertThat(server.requests()).isEqualTo(4);
        }
    }

    @Test
    void aCutBodyUnderAFailureIsAnOutage() throws IOException {
        try (var server = RawServer.saying("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 100\r\n\r\nx")) {
            assertThat(reading(server.port())).isEqualTo("UNAVAILABLE Acme answered 502, and the answer was cut off.");
        }
    }

    @Test
    void noAnswerAtAll() throws IOException {
        try (var server = RawServer.saying("")) {
            assertThat(reading(server.port()))
                    .isEqualTo("UNAVAILABLE localhost:%d closed the connection without an answer.", server.port());
        }
    }

    @Test
    void noHttp() throws IOException {
        try (var server = RawServer.saying("220 smtp.example.com ESMTP\r\n\r\n")) {
            assertThat(reading(server.port()))
                    .isEqualTo("UNAVAILABLE localhost:%d closed the connection without an answer.", server.port());
        }
    }

    @Test
    void nobodyThere() throws IOException {
        int port;
        try (var server = RawServer.saying("")) {
            port = server.port();
        }
        assertThat(reading(port)).isEqualTo("UNAVAILABLE localhost:%d refused the connection.", port);
    }

    @Test
    void neverAnAnswer() throws IOException {
        impatient(Duration.ofMillis(100), Duration.ofSeconds(60));
        var end = new CountDownLatch(1);
        try (var server = RawServer.that(_ -> await(end, 60_000))) {
            assertThat(reading(server.port()))
                    .isEqualTo("UNAVAILABLE localhost:%d did not answer within 100 ms.", server.port());
        } finally {
            end.countDown();
        }
    }

    @Test
    void aBodyThatDrips() throws IOException {
        impatient(Duration.ofSeconds(5), Duration.ofMillis(400));
        try (var server = RawServer.that(out -> {
            write(out, HEAD + "\r\n");
            drip(out, " ");
        })) {
            assertThat(asking(server.port()))
                    .isEqualTo("UNAVAILABLE localhost:%d did not finish its answer within 400 ms.", server.port());
        }
    }

    @Test
    void aHeadThatDrips() throws IOException {
        impatient(Duration.ofSeconds(5), Duration.ofMillis(400));
        try (var server = RawServer.that(out -> {
            write(out, HEAD);
            drip(out, "X: y\r\n");
        })) {
            assertThat(asking(server.port()))
                    .isEqualTo("UNAVAILABLE localhost:%d did not finish its answer within 400 ms.", server.port());
        }
    }

    @Test
    void aBodyWithoutEndIsNotReadToItsEnd() throws IOException {
        var written = new AtomicLong();
        try (var server = RawServer.that(out -> {
            write(out, HEAD + "Content-Length: 104857600\r\n\r\n");
            for (int i = 0; i < 100; i++) {
                out.write(new byte[1024 * 1024]);
                written.incrementAndGet();
            }
        })) {
            assertThat(reading(server.port()))
                    .isEqualTo("MALFORMED_RESPONSE Acme answered with more than 8 MiB, and the rest was not read.");
            assertThat(server.requests()).isEqualTo(1);
            assertThat(written.get()).isLessThan(50);
        }
    }

    @Test
    void aTriggerIsSentOnceWhateverHappens() throws IOException {
        try (var server = RawServer.saying("")) {
            assertThat(asking(server.port()))
                    .isEqualTo("UNAVAILABLE localhost:%d closed the connection without an answer.", server.port());
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aCertificateThatNobodyVouchesFor() {
        var server = new WireMockServer(
                WireMockConfiguration.options().httpDisabled(true).dynamicHttpsPort());
        server.start();
        try {
            var base = URI.create("https://localhost:" + server.httpsPort());
            ProviderException failure = catchThrowableOfType(
                    ProviderException.class,
                    () -> access.reads(Stub.Reading.class, base).thing("a"));

            assertThat(failure)
                    .hasMessage(
                            "localhost:%d presented a certificate that is not trusted here; nothing was sent.",
                            server.httpsPort());
            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(server.getAllServeEvents()).isEmpty();
        } finally {
            server.stop();
        }
    }

    private String reading(int port) {
        return failure(() -> access.reads(Stub.Reading.class, Stub.at(port)).thing("a"));
    }

    private String asking(int port) {
        return failure(() -> access.triggers(Stub.Asking.class, Stub.at(port)).change("a", new Stub.Thing("a", null)));
    }

    private static String failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        ProviderException failure = catchThrowableOfType(ProviderException.class, call);
        assertThat(failure.hint()).isPresent();
        return failure.kind() + " " + failure.what();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Writes for as long as anybody listens. */
    private static void drip(OutputStream out, String drop) throws IOException {
        var never = new CountDownLatch(1);
        while (true) {
            write(out, drop);
            await(never, 50);
        }
    }

    private static void await(CountDownLatch latch, long milliseconds) {
        try {
            boolean _ = latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

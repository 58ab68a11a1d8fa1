package dev.ascertain.providers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.TimeLimit;
import dev.ascertain.testkit.FakeTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run that ends leaves of the time for a call. The clock stands still, so what is left stays the same. */
final class TimeLimitTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"name\":\"a\"}";

    private final FakeTime time = FakeTime.at("2026-01-01T00:00:00Z");
    private final HttpAccess access = Stub.access(time);

    @AfterEach
    void close() {
        access.close();
    }

    @Test
    void aReadIsCutWhenTheRunEndsAndNotRepeated() throws IOException {
        var end = new CountDownLatch(1);
        try (var server = RawServer.that(_ -> await(end))) {
            assertThat(within(Duration.ofMillis(300), () -> read(server.port())))
                    .isEqualTo(
                            "UNAVAILABLE localhost:%d had not answered when the deadline came, 300 ms later.",
                            server.port());
            assertThat(server.requests()).isEqualTo(1);
            assertThat(time.held()).isEmpty();
        } finally {
            end.countDown();
        }
    }

    @Test
    void aReadThatFailsIsRepeatedOnlyWhileTheRunGoesOn() throws IOException {
        try (var server = RawServer.saying("")) {
            assertThat(within(Duration.ofMillis(2400), () -> read(server.port())))
                    .startsWith("UNAVAILABLE localhost");
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void nothingIsSentOnceTheRunHasEnded() throws IOException {
        try (var server = RawServer.saying(OK)) {
            assertThat(within(Duration.ZERO, () -> read(server.port())))
                    .isEqualTo("NOT_ASKED The deadline came before this was asked.");
            assertThat(within(Duration.ZERO, () -> trigger(server.port())))
                    .isEqualTo("NOT_ASKED The deadline came before this was asked.");
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void aTurnThatComesAfterTheEndIsWaitedForUntilThen() throws IOException {
        var quota = new Quota(1, Duration.ofMinutes(5));
        try (var server = RawServer.saying(OK);
                var paced = HttpAccess.open(Stub.settings(quota), time.context(1))) {
            Stub.Reading reading = paced.reads(Stub.Reading.class, Stub.at(server.port()));
            reading.thing("a");

            assertThat(within(Duration.ofSeconds(20), () -> reading.thing("a")))
                    .isEqualTo("NOT_ASKED The deadline came before this was asked.");
            assertThat(time.held()).containsExactly(Duration.ofSeconds(20));
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aTriggerThatIsUnderWayIsNotCut() throws IOException {
        var nextToNothing = Duration.ofNanos(1);
        var end = new CountDownLatch(1);
        try (var silent = RawServer.that(_ -> await(end));
                var server = RawServer.saying(OK)) {
            assertThat(within(nextToNothing, () -> read(silent.port()))).contains("when the deadline came");
            assertThat(within(nextToNothing, () -> trigger(server.port()))).isNull();
        } finally {
            end.countDown();
        }
    }

    private void read(int port) {
        access.reads(Stub.Reading.class, Stub.at(port)).thing("a");
    }

    private void trigger(int port) {
        access.triggers(Stub.Asking.class, Stub.at(port)).change("a", new Stub.Thing("a", null));
    }

    /** How a call fails that is made when so much of the run is left; null if it does not. */
    private @Nullable String within(Duration left, ThrowingCallable call) {
        var failure = new AtomicReference<@Nullable ProviderException>();
        TimeLimit.until(
                time.instant().plus(left), () -> failure.set(catchThrowableOfType(ProviderException.class, call)));
        ProviderException told = failure.get();
        return told == null ? null : told.kind() + " " + told.what();
    }

    private static void await(CountDownLatch latch) {
        try {
            boolean _ = latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

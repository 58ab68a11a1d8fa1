package dev.ascertain.providers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.TimeLimit;
import dev.ascertain.testkit.FakeTime;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class BackoffTest {
    private static final FakeTime TIME = FakeTime.at("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @MethodSource("rows")
    void waits(int made, int waited, Outcome.Failed failure, double jitter, Optional<Duration> expected) {
        assertThat(new Backoff(() -> jitter, TIME).next(made, Duration.ofSeconds(waited), failure))
                .isEqualTo(expected);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                argumentSet("after the first, shortest", 1, 0, failed(Kind.UNAVAILABLE, null), 0.0, wait(500)),
                argumentSet("after the first, longest", 1, 0, failed(Kind.UNAVAILABLE, null), 1.0, wait(1000)),
                argumentSet("after the second", 2, 1, failed(Kind.UNAVAILABLE, null), 0.5, wait(1500)),
                argumentSet("after the third", 3, 3, failed(Kind.THROTTLED, null), 0.5, wait(3000)),
                argumentSet("no fifth", 4, 7, failed(Kind.UNAVAILABLE, null), 0.5, Optional.empty()),
                argumentSet("as long as asked", 1, 0, failed(Kind.THROTTLED, 30), 0.5, wait(30_000)),
                argumentSet("no shorter than our own", 3, 0, failed(Kind.THROTTLED, 1), 0.5, wait(3000)),
                argumentSet("all of the budget", 1, 0, failed(Kind.THROTTLED, 120), 0.5, wait(120_000)),
                argumentSet("more than the budget", 1, 0, failed(Kind.THROTTLED, 121), 0.5, Optional.empty()),
                argumentSet("more than is left", 2, 91, failed(Kind.UNAVAILABLE, 30), 0.5, Optional.empty()),
                argumentSet("a refusal", 1, 0, failed(Kind.FORBIDDEN, null), 0.5, Optional.empty()),
                argumentSet("another shape", 1, 0, failed(Kind.MALFORMED_RESPONSE, null), 0.5, Optional.empty()),
                argumentSet("half a JSON", 1, 0, Fault.brokenAnswer("Half.").failed(), 0.0, wait(500)));
    }

    @ParameterizedTest
    @CsvSource({"PT2S, PT1S", "PT1.999S,", "PT0S,", "PT-1S,"})
    void leavesTheLastAttemptASecondOfTheRun(Duration left, @Nullable Duration expected) {
        TimeLimit.until(
                TIME.instant().plus(left),
                () -> assertThat(new Backoff(() -> 1, TIME).next(1, Duration.ZERO, failed(Kind.UNAVAILABLE, null)))
                        .isEqualTo(Optional.ofNullable(expected)));
    }

    private static Outcome.Failed failed(Kind kind, @Nullable Integer retryAfter) {
        return Outcome.Failed.of(ProviderException.of(kind, "No.")
                .retryAfter(retryAfter == null ? null : Duration.ofSeconds(retryAfter))
                .build());
    }

    private static Optional<Duration> wait(int milliseconds) {
        return Optional.of(Duration.ofMillis(milliseconds));
    }
}

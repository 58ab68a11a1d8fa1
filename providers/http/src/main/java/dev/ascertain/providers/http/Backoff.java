package dev.ascertain.providers.http;

import dev.ascertain.spi.TimeLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When a read is repeated: at most 4 attempts, at most 120 seconds of waiting between them, and none that
 * would have less than a second before the {@linkplain TimeLimit end of the run}.
 *
 * @param jitter from 0 to 1, anew for each wait, so that calls that failed together do not come back together
 */
record Backoff(DoubleSupplier jitter, Clock clock) {
    static final Duration BUDGET = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration SHORTEST_ATTEMPT = Duration.ofSeconds(1);

    /**
     * @param made attempts made so far, at least 1
     * @param waited the time waited between them so far
     * @return how long to wait before the next attempt; empty if there is none, also where the vendor wants more time
     *     than the budget has left: to wait for a part of that would only earn another refusal
     */
    Optional<Duration> next(int made, Duration waited, Outcome.Failed failure) {
        if (!failure.mayPass() || made >= ATTEMPTS) {
            return Optional.empty();
        }
        Duration steps = FIRST.multipliedBy(1L << (made - 1));
        Duration own = steps.dividedBy(2).plusMillis((long) (steps.toMillis() / 2.0 * jitter.getAsDouble()));
        Duration asked = failure.told().retryAfter().orElse(Duration.ZERO);
        Duration wait = asked.compareTo(own) > 0 ? asked : own;
        Duration needed = wait.plus(SHORTEST_ATTEMPT);
        boolean tooLong = waited.plus(wait).compareTo(BUDGET) > 0
                || TimeLimit.within(needed, clock).compareTo(needed) < 0;
        return tooLong ? Optional.empty() : Optional.of(wait);
    }
}

package dev.ascertain.core.apply;

import java.time.Duration;
import java.time.Instant;

/**
 * When a run ends.
 *
 * @param lastLook when the last looks begin, and the last calls: a tenth of the whole before the end, at most 5 seconds,
 *     so that a provider in order has answered by then
 * @param end when the last look is over, whatever has come of it
 */
record Deadline(Instant lastLook, Instant end) {
    private static final Duration LONGEST_LAST_LOOK = Duration.ofSeconds(5);

    static Deadline after(Instant begin, Duration patience) {
        Duration tenth = patience.dividedBy(10);
        Duration kept = tenth.compareTo(LONGEST_LAST_LOOK) < 0 ? tenth : LONGEST_LAST_LOOK;
        Instant end = begin.plus(patience);
        return new Deadline(end.minus(kept), end);
    }
}

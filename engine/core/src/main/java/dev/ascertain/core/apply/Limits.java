package dev.ascertain.core.apply;

import dev.ascertain.core.judge.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How often a check may be asked for in one run: at most {@value #MOST} times for a verification, and one every 12
 * minutes, which is how fast Let's Encrypt gives back one of the five failures that it allows per name, account and hour.
 * For one thread.
 */
final class Limits {
    static final int MOST = 3;
    static final Duration APART = Duration.ofMinutes(12);

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Instant> last = new HashMap<>();

    boolean allow(String verification, Instant now) {
        Instant before = last.get(verification);
        return count(verification) < MOST
                && (before == null || !before.plus(APART).isAfter(now));
    }

    void asked(String verification, Instant now) {
        counts.merge(verification, 1, Integer::sum);
        last.put(verification, now);
    }

    /** What was asked for so far. */
    Sight.Asked history(String verification) {
        return new Sight.Asked(count(verification), last.get(verification));
    }

    int count(String verification) {
        return counts.getOrDefault(verification, 0);
    }
}

package dev.ascertain.testkit;

import dev.ascertain.spi.Pause;
import dev.ascertain.spi.RunContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A clock that stands still until somebody waits: a wait is over at once, and moves the clock to its end. Safe for many
 * threads; their waits add up, as if one came after the other.
 */
public final class FakeTime extends Clock implements Pause {
    private final List<Duration> held = new ArrayList<>();
    private Instant now;
    private int holdsLeft = Integer.MAX_VALUE;

    private FakeTime(Instant now) {
        this.now = now;
    }

    /**
     * @param start in ISO 8601, such as {@code 2026-01-01T00:00:00Z}
     */
    public static FakeTime at(String start) {
        return new FakeTime(Instant.parse(start));
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** Moves the clock without a wait. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public synchronized void hold(Duration duration) throws InterruptedException {
        if (holdsLeft == 0) {
            throw new InterruptedException("the run is to stop");
        }
        if (!duration.isPositive()) {
            return;
        }
        holdsLeft--;
        held.add(duration);
        now = now.plus(duration);
    }

    /** What was waited for, in order; waits of no length are left out. */
    public synchronized List<Duration> held() {
        return List.copyOf(held);
    }

    /** As Ctrl-C: every wait from now on throws. */
    public synchronized void stop() {
        holdsLeft = 0;
    }

    /** As Ctrl-C after some more waits. */
    public synchronized void stopAfter(int holds) {
        holdsLeft = holds;
    }

    /** A run in this time. */
    public RunContext context(int parallelism) {
        return new RunContext(this, this, parallelism, "ascertain/test");
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Nothing here depends on a zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

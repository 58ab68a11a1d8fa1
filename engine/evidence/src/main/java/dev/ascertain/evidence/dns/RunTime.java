package dev.ascertain.evidence.dns;

import dev.ascertain.spi.Pause;
import java.time.Duration;

/** The time of one look: over when it is used up, or when the run is to stop. */
final class RunTime {
    /** How long it may take until a wait notices that the run is to stop. */
    static final Duration GLANCE = Duration.ofMillis(100);

    private final Pause pause;
    private volatile Duration allowed;
    private volatile long end;
    private volatile boolean stopped;
    private volatile boolean missed;

    RunTime(Pause pause, Duration allowed) {
        this.pause = pause;
        this.allowed = allowed;
        this.end = System.nanoTime() + allowed.toNanos();
    }

    /** Lets it begin anew: every look has the whole of it. */
    void begin(Duration allowed) {
        this.allowed = allowed;
        end = System.nanoTime() + allowed.toNanos();
    }

    /** How long the latest look may take. */
    Duration allowed() {
        return allowed;
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Whether something could not be asked any more. */
    boolean isMissed() {
        return missed;
    }

    /** Whether nothing more may be asked. */
    boolean isOver() {
        if (!stopped && pause.isStopped()) {
            stopped = true;
        }
        boolean over = stopped || System.nanoTime() - end >= 0;
        if (over) {
            missed = true;
        }
        return over;
    }

    /** A wait that ends with this time at the latest. */
    Wait wait(Duration duration) {
        long wanted = System.nanoTime() + duration.toNanos();
        return new Wait(this, wanted - end < 0 ? wanted : end);
    }

    /** A wait in glances: so that it ends when the run is to stop. */
    record Wait(RunTime time, long end) {
        /** The milliseconds of the next glance, at least 1; 0 if the wait is over. */
        int glance() {
            long left = end - System.nanoTime();
            if (left <= 0 || time.isStopped() || time.isOver()) {
                return 0;
            }
            return Math.clamp(left / 1_000_000, 1, (int) GLANCE.toMillis());
        }

        /** The milliseconds left, at least 1. */
        int millis() {
            return Math.clamp((end - System.nanoTime()) / 1_000_000, 1, Integer.MAX_VALUE);
        }

        /** The part of a wait, such as a fifth of it for the first attempt. */
        Wait part(int percent) {
            long now = System.nanoTime();
            return new Wait(time, now + Math.max(0, end - now) * percent / 100);
        }
    }
}

package dev.ascertain.evidence.reach;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** When a look ends, whatever the other side does. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /**
     * The time left in milliseconds, at least 1: a timeout of 0 would be none.
     *
     * @throws SocketTimeoutException if there is none
     */
    int millisLeft() throws SocketTimeoutException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("time is up");
        }
        return Math.clamp(left / 1_000_000, 1, Integer.MAX_VALUE);
    }
}

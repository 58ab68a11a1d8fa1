package dev.ascertain.benchmark;

/** A quota as Cloudflare's: a window begins with its first call, and whatever is too much in it is refused. */
final class FixedWindow {
    /**
     * @param left calls left in the window
     * @param seconds until it ends, rounded up
     * @param exceeded whether this one was too many
     */
    record Reading(int left, long seconds, boolean exceeded) {}

    private static final long MILLI = 1_000_000;

    private final int calls;
    private final long nanos;
    private long begin;
    private int counted;
    private boolean begun;

    FixedWindow(int calls, long millis) {
        this.calls = calls;
        this.nanos = millis * MILLI;
    }

    synchronized Reading count(long now) {
        if (!begun || now - begin >= nanos) {
            begun = true;
            begin = now;
            counted = 0;
        }
        counted++;
        long rest = nanos - (now - begin);
        return new Reading(Math.max(0, calls - counted), (rest + 1000 * MILLI - 1) / (1000 * MILLI), counted > calls);
    }
}

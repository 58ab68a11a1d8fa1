package dev.ascertain.sandbox;

import dev.ascertain.sandbox.Scenario.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts the calls of each caller against a quota. Safe for many threads. */
final class Meter {
    private static final class Window {
        private final Instant begin;
        private int calls;

        private Window(Instant begin) {
            this.begin = begin;
        }
    }

    /**
     * @param left calls that are left in the window
     * @param seconds until the window ends, rounded up, at least 1
     * @param exceeded whether this call was one too many
     */
    record Reading(int left, long seconds, boolean exceeded) {}

    private final Quota quota;
    private final Map<String, Window> windows = new HashMap<>();

    Meter(Quota quota) {
        this.quota = quota;
    }

    /** Counts one call. */
    synchronized Reading count(String caller, Instant now) {
        Window window = windows.get(caller);
        if (window == null || !now.isBefore(window.begin.plus(quota.window()))) {
            window = new Window(now);
            windows.put(caller, window);
        }
        window.calls++;
        var rest = Duration.between(now, window.begin.plus(quota.window()));
        long seconds = Math.max(1, rest.plusMillis(999).toSeconds());
        return new Reading(Math.max(0, quota.calls() - window.calls), seconds, window.calls > quota.calls());
    }

    Quota quota() {
        return quota;
    }
}

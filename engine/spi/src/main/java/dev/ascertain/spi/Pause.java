package dev.ascertain.spi;

import java.time.Duration;

/** The only way to wait in a run: so that a test waits in no time, and Ctrl-C ends every wait at once. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits for the given time; returns at once if it is zero or negative and the run goes on.
     *
     * @throws InterruptedException if the run is to stop: at once, also on every later call. Nothing new may be started
     *     then
     */
    void hold(Duration duration) throws InterruptedException;

    /** Whether the run is to stop. */
    default boolean isStopped() {
        try {
            hold(Duration.ZERO);
            return false;
        } catch (InterruptedException stopped) {
            return true;
        }
    }
}

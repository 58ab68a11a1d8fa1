package dev.ascertain.spi;

import java.time.Clock;

/**
 * What a run lends to its providers.
 *
 * @param clock the only source of time
 * @param pause the only way to wait
 * @param parallelism calls that may be under way at once, at least 1
 * @param userAgent name and version, such as {@code ascertain/1.0.0}
 * @param shared what several stand on together; whoever opened it closes it when the run is over
 */
public record RunContext(Clock clock, Pause pause, int parallelism, String userAgent, Shared shared) {
    public RunContext {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism " + parallelism);
        }
    }

    /** A run that shares nothing with another. */
    public RunContext(Clock clock, Pause pause, int parallelism, String userAgent) {
        this(clock, pause, parallelism, userAgent, new Shared());
    }
}

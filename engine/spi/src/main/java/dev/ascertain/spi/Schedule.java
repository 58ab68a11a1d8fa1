package dev.ascertain.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The provider's own clock for one verification. Each time is null if it is neither said nor follows from what the
 * vendor publishes.
 *
 * @param created when the order began
 * @param nextCheck when the provider looks again by itself
 * @param givesUp when it stops looking
 * @param tokenExpires when what must be published stops counting
 * @param notAfter when the certificate in service expires
 * @param estimated whether nextCheck, givesUp and tokenExpires are computed from the vendor's published schedule rather
 *     than reported
 */
public record Schedule(
        @Nullable Instant created,
        @Nullable Instant nextCheck,
        @Nullable Instant givesUp,
        @Nullable Instant tokenExpires,
        @Nullable Instant notAfter,
        boolean estimated) {
    /** Nothing is known. */
    public static final Schedule UNKNOWN = new Schedule(null, null, null, null, null, false);
}

package dev.ascertain.spi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Until when the work of this thread is wanted. The engine sets it around what it asks of a provider, and the transport
 * heeds it: no attempt lasts longer and no wait ends later. A provider need not know of it, unless it makes calls on
 * threads of its own: those have no limit.
 */
public final class TimeLimit {
    private static final ScopedValue<Instant> END = ScopedValue.newInstance();

    private TimeLimit() {}

    /** Does the work on this thread, within the limit. Whoever does it looks at the limit: nothing is interrupted. */
    public static void until(Instant end, Runnable work) {
        ScopedValue.where(END, end).run(work);
    }

    /** Whether there is a limit and it has come, so that nothing more may be begun. */
    public static boolean isOver(Clock clock) {
        return END.isBound() && !clock.instant().isBefore(END.get());
    }

    /** As much of a duration as is left; all of it where there is no limit, and nothing once it has come. */
    public static Duration within(Duration wished, Clock clock) {
        if (!END.isBound()) {
            return wished;
        }
        Duration left = Duration.between(clock.instant(), END.get());
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(wished) < 0 ? left : wished;
    }
}

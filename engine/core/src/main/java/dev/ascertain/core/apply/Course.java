package dev.ascertain.core.apply;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was done for one change, and when.
 *
 * @param steps in their order; empty if nobody asked or looked
 * @param ended when it came to its outcome; null if nothing was to be done
 */
public record Course(List<Step> steps, @Nullable Instant ended) {
    /** Of a change about which apply did nothing. */
    public static final Course NONE = new Course(List.of(), null);

    /** What a step is. */
    public enum Kind {
        /** A check was asked for. */
        ASKED,
        /** It was looked at, or the answer to a call showed how it stands. */
        LOOKED,
        /** A call failed. */
        FAILED;

        /** The word in JSON, such as {@code asked}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One step, or several in a row that showed the same.
     *
     * @param from when the first of them was
     * @param to when the last of them was
     * @param times how many there were, at least 1
     * @param said what was asked for, seen or refused; hostile text
     */
    public record Step(Kind kind, Instant from, Instant to, int times, String said) {}

    public Course {
        steps = List.copyOf(steps);
    }
}

package dev.ascertain.core.apply;

import dev.ascertain.core.plan.Change;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one planned change.
 *
 * @param planned the change as the plan has it
 * @param result in one word
 * @param message for people: a sentence
 * @param next what to do, as a phrase; null if there is nothing
 * @param triggers how often a check was asked for in this run
 * @param latest the change as last judged; null if it was never looked at again
 * @param course what was done, and when
 */
public record Outcome(
        Change planned,
        Result result,
        String message,
        @Nullable String next,
        int triggers,
        @Nullable Change latest,
        Course course) {
    /** One about which nothing was done. */
    public Outcome(
            Change planned,
            Result result,
            String message,
            @Nullable String next,
            int triggers,
            @Nullable Change latest) {
        this(planned, result, message, next, triggers, latest, Course.NONE);
    }

    /** The same, with what was done. */
    Outcome after(Course other) {
        return new Outcome(planned, result, message, next, triggers, latest, other);
    }

    /** The change as last judged: as planned where it was never looked at again. */
    public Change last() {
        return latest == null ? planned : latest;
    }

    /** The closed set of outcomes. */
    public enum Result {
        /** As expected now. */
        MET,
        /** A check was asked for, and nothing has changed by the deadline. */
        UNCHANGED,
        /** The provider is still at it at the deadline. */
        STILL_CONVERGING,
        /** A person must act. */
        NEEDS_PERSON,
        /** Another action would be planned now, so nothing was done. */
        STALE,
        /** A call failed, or the state could not be read. */
        FAILED,
        /** The run was stopped before this one came to its end. */
        INTERRUPTED,
        /** Nothing was to be done. */
        SKIPPED;

        /** The word in JSON, such as {@code still_converging}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

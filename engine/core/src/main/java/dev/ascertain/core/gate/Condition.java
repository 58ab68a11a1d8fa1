package dev.ascertain.core.gate;

import java.time.Duration;
import java.util.Locale;

/** What closes a gate if it holds for one verification. */
public sealed interface Condition {
    /** As {@code --fail-on} takes it, such as {@code blocked} or {@code expires<21d}. */
    String word();

    /** What a verification is. */
    enum State implements Condition {
        /** Not as expected, whatever the reason; not one that could not be read. */
        UNMET,
        /** Not as expected, and a person must act first; not one that is dead. */
        BLOCKED,
        /** The order is gone: a new one is needed. */
        DEAD,
        /** It could not be read. */
        UNOBSERVABLE,
        /** It has the severity warning and is not met, or a warning stands beside it. */
        WARNING;

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * It is not as expected, and in less than this time, or already, the provider gives up or what is published stops
     * counting.
     *
     * @param time as it was written, such as {@code 48h}
     */
    record Deadline(Duration within, String time) implements Condition {
        @Override
        public String word() {
            return "deadline<" + time;
        }
    }

    /**
     * The certificate in service expires in less than this time, or has expired; also of one that is as expected.
     *
     * @param time as it was written, such as {@code 21d}
     */
    record Expiry(Duration within, String time) implements Condition {
        @Override
        public String word() {
            return "expires<" + time;
        }
    }
}

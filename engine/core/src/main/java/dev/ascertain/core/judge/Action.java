package dev.ascertain.core.judge;

import java.util.Locale;

/** What apply does about a change. */
public enum Action {
    /** As expected: nothing. */
    NONE,
    /** Look again later. */
    WAIT,
    /** Ask the provider for another check. */
    RETRY,
    /** A person must act. */
    MANUAL,
    /** The state could not be read. */
    ERROR;

    /** The word in JSON, such as {@code retry}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.ascertain.providers.cloudflare;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Texts from outside, taken for what they say. */
final class Texts {
    private static final int LONGEST = 300;

    private Texts() {}

    /** An empty text says nothing. */
    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** At most 300 characters, as they came. */
    static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** An ISO 8601 time with an offset; null if it is none. */
    static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** Whether it has the form of an identifier, so that it can stand in a path and in a plan. */
    static boolean isIdentifier(@Nullable String text) {
        return text != null && text.matches("[0-9A-Za-z-]{1,64}");
    }
}

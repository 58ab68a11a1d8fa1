package dev.ascertain.core.publish;

import java.util.Locale;

/** How much of something is published, as far as it was looked for. */
public enum Presence {
    /** Everywhere where it belongs. */
    PUBLISHED,
    /** Somewhere, and elsewhere not. */
    PARTLY,
    MISSING,
    /** Nobody looked, or nobody answered. */
    UNKNOWN;

    /** The words in sentences. */
    public String words() {
        return switch (this) {
            case PUBLISHED -> "published";
            case PARTLY -> "published in part";
            case MISSING -> "missing";
            case UNKNOWN -> "not looked for";
        };
    }

    /** The word in JSON, such as {@code published}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

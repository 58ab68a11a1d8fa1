package dev.ascertain.core.explain;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that happens by itself.
 *
 * @param estimated whether it follows from what the vendor publishes, rather than being reported
 * @param who the provider, or the resolver; hostile text
 */
public record Moment(Event event, Instant at, boolean estimated, String who) {
    /** What happens. */
    public enum Event {
        /** A resolver forgets that there was no such record. */
        NEGATIVE_CACHE_ENDS,
        NEXT_CHECK,
        TOKEN_EXPIRES,
        GIVES_UP,
        CERTIFICATE_EXPIRES;

        /** The word in JSON, such as {@code next_check}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package dev.ascertain.spi;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the provider's own answer says stands in the way, so that another check cannot succeed yet. */
public sealed interface Obstacle {
    /**
     * The certificate authority reviews the order by hand.
     *
     * @param reference what to name in a support ticket, such as the pack's UUID; null if not reported
     */
    record BrandReview(@Nullable String reference) implements Obstacle {}

    /** The certificate authority will not issue: high risk, policy, rejected identifier. */
    record CaPolicy(String words) implements Obstacle {}

    /**
     * The certificate authority's rate limit is reached.
     *
     * @param until when it ends; null if not said
     */
    record CaRateLimit(String words, @Nullable Instant until) implements Obstacle {}

    /** DNS no longer points at the provider. */
    record Moved(String words) implements Obstacle {}

    /** The provider itself blocks it. */
    record ProviderBlock(String words) implements Obstacle {}

    /** What the verification belongs to is not active, such as a zone whose name servers were not changed yet. */
    record NotActive(String words) implements Obstacle {}

    /**
     * What is published or served is not as it must be, and nobody can be asked for a check: somebody has to change it.
     * Told only where an attribute is not as expected that it is about; so a provider can name a cause for each of them
     * without knowing what is expected, and the first one that fits is told.
     *
     * @param about the live attributes of which it is the cause; empty for all of them
     * @param words what is wrong, as sentences
     * @param next what to do, as a command without a full stop
     */
    record ToChange(Set<String> about, String words, String next) implements Obstacle {
        public ToChange {
            about = Set.copyOf(about);
        }

        /** The cause of whatever is not as expected. */
        public ToChange(String words, String next) {
            this(Set.of(), words, next);
        }

        /** Whether it is why this live attribute is not as expected. */
        public boolean explains(String attribute) {
            return about.isEmpty() || about.contains(attribute);
        }
    }

    /**
     * The provider deletes it soon.
     *
     * @param at when
     */
    record DeletionImminent(Instant at) implements Obstacle {}
}

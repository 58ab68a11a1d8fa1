package dev.ascertain.spi;

import org.jspecify.annotations.Nullable;

/**
 * What the provider answered when a check was asked for.
 *
 * @param observation the whole state after it, if the answer holds that; null if it has to be read
 * @param notice what people should be told once, such as that the provider has no such call here; null if nothing
 * @param asked whether a check was really asked for; false where the provider turned out to have no such call
 */
public record TriggerReply(
        @Nullable Observation observation, @Nullable String notice, boolean asked) {
    public static TriggerReply accepted() {
        return new TriggerReply(null, null, true);
    }
}

package dev.ascertain.core.observe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What happens while targets are read. Told as it happens, from many threads at once. */
public sealed interface ObserveEvent {
    /**
     * A target is about to be read.
     *
     * @param account the provider's account
     * @param target in a few words
     * @param done how many targets are read so far
     * @param total how many there are
     */
    record Started(String account, String target, int done, int total) implements ObserveEvent {}

    /**
     * A target was read, or could not be.
     *
     * @param failure what went wrong, as a sentence; null if nothing did
     */
    record Completed(
            String account,
            String target,
            int done,
            int total,
            Duration took,
            @Nullable String failure) implements ObserveEvent {}
}

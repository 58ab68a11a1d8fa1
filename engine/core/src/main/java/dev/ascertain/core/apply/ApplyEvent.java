package dev.ascertain.core.apply;

import dev.ascertain.core.plan.Change;
import dev.ascertain.spi.Trigger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens while a plan is applied. Told as it happens, from many threads at once. */
public sealed interface ApplyEvent {
    /** A check is about to be asked for, by one call, for these changes. */
    record Started(List<Change> changes, Trigger trigger) implements ApplyEvent {}

    /**
     * A verification was looked at while waiting.
     *
     * @param change as last judged
     * @param since since when it is so
     * @param nextLook when it is asked next; null if it is not
     */
    record Progress(Change change, Instant since, @Nullable Instant nextLook) implements ApplyEvent {}

    /** A call failed; the outcome tells what became of the changes. */
    record Errored(List<Change> changes, String message) implements ApplyEvent {}

    /** A change came to its end. */
    record Completed(Outcome outcome) implements ApplyEvent {}

    /** Something that people should be told once, as it happens; a sentence. */
    record Notice(String message) implements ApplyEvent {}
}

package dev.ascertain.cli.view;

import dev.ascertain.core.apply.ApplyEvent;
import dev.ascertain.core.apply.Outcome;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.plan.Change;
import dev.ascertain.spi.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is waited for, what each said last, and which of it is news. */
final class Waiting {
    private final Map<String, ApplyEvent.Progress> latest = new HashMap<>();

    /** Takes note of an event; gives a line if it is news. */
    Optional<String> note(ApplyEvent event, Instant now) {
        return switch (event) {
            case ApplyEvent.Started(List<Change> changes, Trigger trigger) ->
                Optional.of("asking " + Visible.line(trigger.description()) + forHowMany(changes));
            case ApplyEvent.Progress progress -> progress(progress, now);
            case ApplyEvent.Errored(List<Change> changes, String message) ->
                Optional.of(first(changes) + ": " + Visible.line(message));
            case ApplyEvent.Completed(Outcome outcome) -> completed(outcome);
            case ApplyEvent.Notice(String message) -> Optional.of(Visible.line(message));
        };
    }

    int count() {
        return latest.size();
    }

    /**
     * How many are waited for, and which of them is looked at next: all of that, or as much as there is room for.
     *
     * @param room in characters; where there is less than for the shortest form, that is given all the same
     */
    String line(Instant now, int room) {
        String start = "Waiting for " + latest.size();
        return latest.values().stream()
                .filter(progress -> progress.nextLook() != null)
                .min((one, other) -> compare(one.nextLook(), other.nextLook()))
                .map(progress -> longest(forms(start, progress, now), room))
                .orElse(start);
    }

    private static List<String> forms(String start, ApplyEvent.Progress progress, Instant now) {
        String again = "looked at again " + TimeText.relative(later(progress.nextLook(), now), now);
        String time = TimeText.of(Duration.between(progress.since(), now));
        return List.of(
                start + ": " + state(progress.change()) + " for " + time + ", " + again,
                start + ": " + withoutType(ChangeText.key(progress.change())) + ", " + again,
                start + ", the next " + again);
    }

    private static String withoutType(String key) {
        return key.substring(key.indexOf('.') + 1);
    }

    private static String longest(List<String> forms, int room) {
        return forms.stream()
                .filter(form -> Page.length(form) <= room)
                .findFirst()
                .orElse(forms.getLast());
    }

    private Optional<String> progress(ApplyEvent.Progress progress, Instant now) {
        ApplyEvent.Progress before = latest.put(progress.change().key(), progress);
        boolean news = before == null || !state(before.change()).equals(state(progress.change()));
        if (!news) {
            return Optional.empty();
        }
        String next = progress.nextLook() == null
                ? ""
                : "; looked at again " + TimeText.relative(later(progress.nextLook(), now), now);
        return Optional.of(state(progress.change()) + next);
    }

    private Optional<String> completed(Outcome outcome) {
        boolean waitedFor = latest.remove(outcome.planned().key()) != null;
        if (!waitedFor && outcome.triggers() == 0) {
            return Optional.empty();
        }
        String word = outcome.result().word().replace('_', ' ');
        return Optional.of(ChangeText.key(outcome.planned()) + "  " + word);
    }

    private static String state(Change change) {
        String said = change.differences().isEmpty()
                ? Visible.line(change.reason().message())
                : change.differences().getFirst().attribute() + " "
                        + ValueText.live(change.differences().getFirst().actual());
        return ChangeText.key(change) + "  " + said;
    }

    private static String forHowMany(List<Change> changes) {
        return changes.size() == 1 ? ": " + first(changes) : ", for " + changes.size() + " verifications";
    }

    private static String first(List<Change> changes) {
        return changes.isEmpty() ? "" : ChangeText.key(changes.getFirst());
    }

    private static int compare(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other == null ? 0 : one.compareTo(other);
    }

    private static Instant later(@Nullable Instant time, Instant now) {
        return time == null || time.isBefore(now) ? now : time;
    }
}

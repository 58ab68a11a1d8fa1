package dev.ascertain.core.plan;

import dev.ascertain.core.judge.Action;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many changes there are of each action.
 *
 * @param waiting the action {@link Action#WAIT}; {@code wait} in JSON
 * @param met the action {@link Action#NONE}
 * @param unobservable the action {@link Action#ERROR}
 */
public record Summary(int retry, int waiting, int manual, int met, int unobservable) {
    static Summary of(List<Change> changes) {
        Map<Action, Integer> counts = new EnumMap<>(Action.class);
        for (Change change : changes) {
            counts.merge(change.action(), 1, Integer::sum);
        }
        return new Summary(
                counts.getOrDefault(Action.RETRY, 0),
                counts.getOrDefault(Action.WAIT, 0),
                counts.getOrDefault(Action.MANUAL, 0),
                counts.getOrDefault(Action.NONE, 0),
                counts.getOrDefault(Action.ERROR, 0));
    }
}

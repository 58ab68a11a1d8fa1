package dev.ascertain.core.gate;

import dev.ascertain.core.judge.Action;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.plan.Plan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says beside an earlier run.
 *
 * @param name the earlier run's file, as it was given
 * @param since by {@link Change#key}; missing where there is nothing to tell: as expected before and now, or not read
 * @param gone how many were not as expected, and are not part of this plan
 */
public record Comparison(String name, Map<String, Since> since, int gone) {
    public Comparison {
        since = Collections.unmodifiableMap(new LinkedHashMap<>(since));
    }

    public static Comparison of(Plan plan, String name, Map<String, Standing> earlier) {
        var since = new LinkedHashMap<String, Since>();
        var left = new LinkedHashMap<>(earlier);
        for (Change change : plan.changes()) {
            left.remove(change.key());
            Since word = since(change.action(), earlier.get(change.key()));
            if (word != null) {
                since.put(change.key(), word);
            }
        }
        int gone = (int) left.values().stream()
                .filter(standing -> standing == Standing.UNMET)
                .count();
        return new Comparison(name, since, gone);
    }

    private static @Nullable Since since(Action action, @Nullable Standing earlier) {
        return switch (Standing.of(action)) {
            case MET -> earlier == Standing.UNMET ? Since.FIXED : null;
            case UNREAD -> null;
            case UNMET ->
                switch (earlier) {
                    case MET -> Since.LOST;
                    case UNMET -> Since.STILL;
                    case UNREAD -> Since.NEW;
                    case null -> Since.NEW;
                };
        };
    }

    /** How it stands; null if there is nothing to tell. */
    public @Nullable Since of(Change change) {
        return since.get(change.key());
    }

    /** How many stand so. */
    public int count(Since word) {
        return keys(word).size();
    }

    /** Which ones stand so, in the plan's order. */
    public List<String> keys(Since word) {
        return since.entrySet().stream()
                .filter(entry -> entry.getValue() == word)
                .map(Map.Entry::getKey)
                .toList();
    }
}

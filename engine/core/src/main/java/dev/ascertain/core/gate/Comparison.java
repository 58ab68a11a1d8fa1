package dev.ascertain.core.gate;

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
 * @param since by {@link Change#key}; missing where there is nothing to tell: as expected before and now, or read neither then nor now
 * @param gone how many were not as expected, and are not part of this plan
 */
public record Comparison(String name, Map<String, Since> since, int gone) {
    public Comparison {
        since = Collections.unmodifiableMap(new LinkedHashMap<>(since));
    }

    /** Of a plan. */
    public static Comparison of(Plan plan, String name, Map<String, Standing> earlier) {
        var now = new LinkedHashMap<String, Standing>();
        plan.changes().forEach(change -> now.put(change.key(), Standing.of(change.action())));
        return of(now, name, earlier);
    }

    /**
     * Of any run.
     *
     * @param now by {@link Change#key}, in the plan's order
     */
    public static Comparison of(Map<String, Standing> now, String name, Map<String, Standing> earlier) {
        var since = new LinkedHashMap<String, Since>();
        now.forEach((key, standing) -> {
            Since word = since(standing, earlier.get(key));
            if (word != null) {
                since.put(key, word);
            }
        });
        int gone = (int) earlier.entrySet().stream()
                .filter(each -> each.getValue() == Standing.UNMET)
                .filter(each -> !now.containsKey(each.getKey()))
                .count();
        return new Comparison(name, since, gone);
    }

    private static @Nullable Since since(Standing now, @Nullable Standing earlier) {
        return switch (now) {
            case MET -> earlier == Standing.UNMET ? Since.FIXED : null;
            case UNREAD -> earlier == Standing.UNREAD ? null : Since.UNREAD;
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

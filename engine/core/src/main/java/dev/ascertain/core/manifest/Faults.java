package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The faults found so far. What is wrong with a declaration that has {@code for_each} is found once for each element; it
 * is kept once, and then concerns the declaration as a whole.
 */
final class Faults {
    private final Map<Diagnostic, Diagnostic> found = new LinkedHashMap<>();
    private final Map<String, Integer> files = new HashMap<>();
    private int errors;

    /** Says that a file is read now: the faults of a file come in the order in which files were read. */
    void reading(String file) {
        files.putIfAbsent(file, files.size());
    }

    void add(Diagnostic diagnostic) {
        errors += diagnostic.isError() ? 1 : 0;
        found.merge(
                diagnostic.in(null), diagnostic, (before, now) -> before.in(common(before.subject(), now.subject())));
    }

    /** How many errors were added, those said again among them. */
    int errors() {
        return errors;
    }

    /** In the order of files and lines; what has no place comes first. */
    List<Diagnostic> sorted() {
        if (found.isEmpty()) {
            return List.of();
        }
        return found.values().stream()
                .sorted(Comparator.comparing(Diagnostic::place, Comparator.nullsFirst(byPlace())))
                .toList();
    }

    private Comparator<Place> byPlace() {
        return Comparator.<Place>comparingInt(place -> files.getOrDefault(place.file(), files.size()))
                .thenComparing(Place::file)
                .thenComparingInt(Place::line)
                .thenComparingInt(Place::column);
    }

    private static @Nullable String common(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || one.equals(other)) {
            return one;
        }
        int key = one.indexOf("[\"");
        return key < 0 ? one : one.substring(0, key);
    }
}

package dev.ascertain.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was asked of which verification, and when: all that changes in a world. Safe for many threads. */
final class History {
    /**
     * @param method the validation method of a new order; null if another check was asked for
     * @param proven whether the token was to be seen in the sandbox's DNS or web at that time
     */
    record Event(Instant at, @Nullable String method, boolean proven) {}

    private final Map<String, List<Event>> events = new HashMap<>();

    synchronized void add(String verification, Event event) {
        events.computeIfAbsent(verification, _ -> new ArrayList<>()).add(event);
    }

    /** In the order in which they came. */
    synchronized List<Event> of(String verification) {
        return List.copyOf(events.getOrDefault(verification, List.of()));
    }
}

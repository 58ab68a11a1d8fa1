package dev.ascertain.spi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What several in a run stand on together: each thing is made when it is first asked for, and closed with the run. Safe
 * for many threads.
 */
public final class Shared implements AutoCloseable {
    private final Map<List<Object>, AutoCloseable> things = new HashMap<>();

    /**
     * The one thing of its kind for this key.
     *
     * @param key a value, such as the settings that it is made with; equal ones share
     * @param maker makes it, the first time; must not ask for another shared thing
     */
    public synchronized <T extends AutoCloseable> T get(Class<T> kind, Object key, Supplier<T> maker) {
        return kind.cast(things.computeIfAbsent(List.of(kind, key), _ -> maker.get()));
    }

    /** Closes all of them. The run is over: what goes wrong then concerns nobody. */
    @Override
    public synchronized void close() {
        for (AutoCloseable thing : things.values()) {
            try {
                thing.close();
            } catch (Exception unwanted) {
                // Nobody uses it any more.
            }
        }
        things.clear();
    }
}

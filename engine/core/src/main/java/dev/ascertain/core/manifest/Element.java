package dev.ascertain.core.manifest;

import dev.ascertain.core.source.Node.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One element of a {@code for_each}.
 *
 * @param key what tells it apart; also its column {@code key}
 * @param columns what <code>${each.…}</code> can mean, in their order
 */
record Element(String key, Map<String, Scalar> columns) {
    Element {
        var all = new LinkedHashMap<>(columns);
        all.putIfAbsent("key", new Scalar(key, key, false, 0));
        columns = Collections.unmodifiableMap(all);
    }
}

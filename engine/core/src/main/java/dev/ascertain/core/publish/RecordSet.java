package dev.ascertain.core.publish;

import dev.ascertain.evidence.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All records of one type that must be at one name; others that are there already stay.
 *
 * @param name canonical, see {@link Names#canonical}; hostile text until written down by a format
 * @param zone the zone that holds the name; null if that is not known
 * @param entries never empty; in the order of the manifests
 */
public record RecordSet(
        String name, RecordType type, @Nullable String zone, List<Entry> entries) {
    /**
     * One value.
     *
     * @param of the verifications that wait for it, each address and instance
     */
    public record Entry(String value, Presence presence, List<String> of) {
        public Entry {
            of = List.copyOf(of);
        }
    }

    public RecordSet {
        entries = List.copyOf(entries);
    }

    /** The name without the zone, as it is entered in a web console: {@code @} for the zone's own. */
    public String relative() {
        return zone == null ? name : Names.relative(name, zone);
    }

    public List<String> values() {
        return entries.stream().map(Entry::value).toList();
    }
}

package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Names;
import java.util.Set;

/**
 * Zones in which domains are registered: where one of them says that there is no such name, nobody has registered it.
 * Below a domain it only means that the record is missing.
 */
final class Registries {
    /** What country codes put in front of their names, as in {@code co.uk} and {@code com.cn}. */
    private static final Set<String> SECOND_LEVEL = Set.of(
            "ac", "co", "com", "edu", "firm", "gob", "gouv", "gov", "govt", "gr", "id", "idv", "in", "info", "ltd",
            "me", "mil", "ne", "net", "nom", "or", "org", "plc", "sch", "web");

    private Registries() {}

    static boolean contain(String zone) {
        String parent = Names.parent(zone);
        if (parent.isEmpty()) {
            return true;
        }
        String label = zone.substring(0, zone.indexOf('.'));
        return parent.length() == 2 && SECOND_LEVEL.contains(label);
    }
}

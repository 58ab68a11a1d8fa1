package dev.ascertain.providers.cloudflare;

import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Target;
import java.util.Locale;

/**
 * The verifications of one zone.
 *
 * @param zone an id or a name, in lower case
 * @param isId whether it is an id, so that it need not be looked up
 */
record ZoneTarget(String zone, boolean isId) implements Target {
    /** An id in {@code zone} is as good as one in {@code zone_id}; a name never has its form, for want of a dot. */
    static ZoneTarget of(Declared declared) {
        String id = declared.text("zone_id");
        if (id != null) {
            return new ZoneTarget(id.strip().toLowerCase(Locale.ROOT), true);
        }
        String zone = declared.text("zone");
        if (zone == null) {
            throw new IllegalArgumentException(declared.address() + " names no zone");
        }
        String lower = zone.strip().toLowerCase(Locale.ROOT);
        String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return new ZoneTarget(name, name.matches("[0-9a-f]{32}"));
    }

    /** Written out, as in {@link Proof}. */
    @Override
    public int hashCode() {
        return zone.hashCode();
    }

    @Override
    public String describe() {
        return "zone " + zone;
    }
}

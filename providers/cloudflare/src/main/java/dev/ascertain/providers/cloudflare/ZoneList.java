package dev.ascertain.providers.cloudflare;

import dev.ascertain.spi.Discovery;
import dev.ascertain.spi.Found;
import dev.ascertain.spi.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The zones that the credential can see.
 *
 * @param account leaves other accounts' zones out; null for all
 */
record ZoneList(CloudflareReads reads, @Nullable String account) implements Discovery {
    private static final int LARGEST = 50;

    @Override
    public Listing all(int page) {
        Envelope<List<WireZone>> answer = reads.zones(null, account, page);
        List<Found> found =
                Envelope.elements(answer).stream().map(ZoneList::found).toList();
        return new Listing(found, Envelope.pages(answer, page, LARGEST));
    }

    /** An id is taken at its word, without a look-up. */
    @Override
    public List<Found> named(String name) {
        String zone = name.strip().toLowerCase(Locale.ROOT);
        String plain = zone.endsWith(".") ? zone.substring(0, zone.length() - 1) : zone;
        if (isId(plain)) {
            return List.of(new Found(plain, "", Map.of("zone_id", Value.of(plain))));
        }
        return Envelope.allPages(page -> reads.zones(plain, account, page)).stream()
                .filter(wire -> plain.equalsIgnoreCase(wire.name()))
                .map(ZoneList::found)
                .toList();
    }

    /** By its id: it needs no look-up, it stays when the same name is added to another account, and it is no text. */
    private static Found found(WireZone wire) {
        String id = wire.id();
        String name = Objects.requireNonNullElse(Texts.orNull(wire.name()), id == null ? "a zone without a name" : id);
        String remark = wire.status() == null || wire.status().equals("active") ? "" : wire.status();
        return id != null && isId(id)
                ? new Found(name, remark, Map.of("zone_id", Value.of(id)))
                : new Found(name, remark, Map.of("zone", Value.of(name)));
    }

    private static boolean isId(String text) {
        return text.matches("[0-9A-Fa-f]{32}");
    }
}

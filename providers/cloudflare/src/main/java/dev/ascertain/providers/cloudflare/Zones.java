package dev.ascertain.providers.cloudflare;

import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds zones by name: once for each name, also when many threads ask at once. Remembers for as long as a run lasts. */
final class Zones {
    private final CloudflareReads reads;
    private final @Nullable String account;
    private final Map<String, FutureTask<Zone>> found = new ConcurrentHashMap<>();

    /** @param account leaves other accounts' zones out; null for all */
    Zones(CloudflareReads reads, @Nullable String account) {
        this.reads = reads;
        this.account = account;
    }

    /**
     * @throws ProviderException {@link Kind#NOT_FOUND} if no zone has this name, {@link Kind#REJECTED} if several have,
     *     and whatever the look-up fails with. A failure that may pass is forgotten, so that a later call asks again
     */
    Zone zone(ZoneTarget target) {
        if (target.isId()) {
            return new Zone(target.zone(), target.zone(), null);
        }
        FutureTask<Zone> mine = new FutureTask<>(() -> lookUp(target.zone()));
        FutureTask<Zone> first = found.putIfAbsent(target.zone(), mine);
        if (first != null) {
            return result(target.zone(), first);
        }
        mine.run();
        return result(target.zone(), mine);
    }

    private Zone result(String name, FutureTask<Zone> task) {
        try {
            return task.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw ProviderException.of(Kind.NOT_ASKED, "The run was stopped before zone " + name + " was found.")
                    .build();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ProviderException refusal) {
                if (mayPass(refusal.kind())) {
                    found.remove(name, task);
                }
                throw refusal;
            }
            found.remove(name, task);
            throw new IllegalStateException("looking up zone " + name, failure.getCause());
        }
    }

    private static boolean mayPass(Kind kind) {
        return switch (kind) {
            case THROTTLED, UNAVAILABLE, MALFORMED_RESPONSE, NOT_ASKED -> true;
            case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, REJECTED -> false;
        };
    }

    private Zone lookUp(String name) {
        List<WireZone> all = Envelope.allPages(page -> reads.zones(name, account, page)).stream()
                .filter(zone -> name.equalsIgnoreCase(zone.name()))
                .toList();
        if (all.isEmpty()) {
            throw none(name);
        }
        if (all.size() > 1) {
            throw ambiguous(name, all);
        }
        WireZone zone = all.getFirst();
        String id = zone.id();
        if (id == null || !Texts.isIdentifier(id)) {
            throw ProviderException.of(Kind.MALFORMED_RESPONSE, "Cloudflare reports zone " + name + " without an id.")
                    .hint("Set zone_id, so that the zone need not be looked up.")
                    .build();
        }
        return new Zone(id, name, zone.status());
    }

    private ProviderException none(String name) {
        String where = account == null ? "" : " in account " + account;
        return ProviderException.of(Kind.NOT_FOUND, "Cloudflare shows this credential no zone " + name + where + ".")
                .hint("Check the spelling (the zone, not a name below it), the account, and that the credential has"
                        + " \"Zone Read\" for this zone; or set zone_id, which needs no look-up.")
                .build();
    }

    private static ProviderException ambiguous(String name, List<WireZone> all) {
        String places =
                all.stream().map(zone -> zone.owner() + " as " + zone.id()).collect(Collectors.joining(", "));
        return ProviderException.of(
                        Kind.REJECTED, "Zone " + name + " exists " + all.size() + " times: in " + places + ".")
                .hint("Set account_id in the provider's settings, or zone_id in the declaration.")
                .build();
    }
}

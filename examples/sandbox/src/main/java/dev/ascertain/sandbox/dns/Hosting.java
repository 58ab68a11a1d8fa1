package dev.ascertain.sandbox.dns;

import dev.ascertain.sandbox.dns.Landscape.Change;
import dev.ascertain.sandbox.dns.Landscape.Server;
import dev.ascertain.sandbox.dns.Landscape.Zone;
import dev.ascertain.sandbox.moment.Chronicle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Which zones are served where, and what they hold at a time. Safe for many threads. */
final class Hosting {
    /** A zone at one of its servers. */
    final class Seat {
        private final Zone zone;
        private final Server server;
        private final List<Change> changes;
        private final Map<BitSet, ZoneData> known = new ConcurrentHashMap<>();

        private Seat(Zone zone, Server server) {
            this.zone = zone;
            this.server = server;
            this.changes = Stream.concat(server.own().stream(), zone.contents().changes().stream())
                    .filter(change ->
                            change.servers().isEmpty() || change.servers().contains(server.name()))
                    .toList();
        }

        Zone zone() {
            return zone;
        }

        Server server() {
            return server;
        }

        ZoneData at(Instant now) {
            var past = new BitSet();
            for (int i = 0; i < changes.size(); i++) {
                past.set(
                        i,
                        chronicle.isPast(changes.get(i).when(), changes.get(i).names(), now));
            }
            return known.computeIfAbsent(past, this::data);
        }

        private ZoneData data(BitSet past) {
            List<Record> records = new ArrayList<>(zone.contents().records());
            past.stream().mapToObj(changes::get).forEach(change -> {
                records.removeIf(record -> change.remove().stream().anyMatch(key -> matches(key, record)));
                records.addAll(change.add());
            });
            return new ZoneData(zone.name(), records);
        }

        private static boolean matches(Landscape.RecordKey key, Record record) {
            return record.getName().equals(key.name()) && (key.type() == Type.ANY || key.type() == record.getType());
        }
    }

    private final Chronicle chronicle;
    private final Map<String, Map<Name, Seat>> byAddress = new HashMap<>();
    private final Map<Name, Map<Name, Seat>> byServer = new HashMap<>();
    private final List<Name> rootServers;

    Hosting(Collection<Zone> zones, Chronicle chronicle) {
        this.chronicle = chronicle;
        for (Zone zone : zones) {
            for (Server server : zone.servers()) {
                var seat = new Seat(zone, server);
                byServer.computeIfAbsent(server.name(), _ -> new HashMap<>()).put(zone.name(), seat);
                for (String address : server.addresses()) {
                    byAddress.computeIfAbsent(address, _ -> new HashMap<>()).put(zone.name(), seat);
                }
            }
        }
        this.rootServers = byServer.keySet().stream()
                .filter(server -> byServer.getOrDefault(server, Map.of()).containsKey(Name.root))
                .sorted()
                .toList();
    }

    Set<String> addresses() {
        return byAddress.keySet();
    }

    /** The names of the root's servers. */
    List<Name> rootServers() {
        return rootServers;
    }

    /** The addresses at which a zone is served. */
    List<String> addressesOf(Name zone) {
        return byAddress.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(zone))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The zone that answers a question there: the deepest, but the parent's side of a cut for DS. Null if none. */
    @Nullable Seat at(String address, Name name, int type) {
        return deepest(byAddress.getOrDefault(address, Map.of()), name, type);
    }

    /** The same by a server's name. */
    @Nullable Seat of(Name server, Name name, int type) {
        return deepest(byServer.getOrDefault(server, Map.of()), name, type);
    }

    private static @Nullable Seat deepest(Map<Name, Seat> seats, Name name, int type) {
        Seat apex = seats.get(name);
        if (apex != null && type != Type.DS) {
            return apex;
        }
        for (var up = name; up.labels() > 1; ) {
            up = Completion.above(up);
            var seat = seats.get(up);
            if (seat != null) {
                return seat;
            }
        }
        return apex;
    }
}

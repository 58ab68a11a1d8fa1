package dev.ascertain.sandbox.dns;

import dev.ascertain.sandbox.dns.Landscape.Contents;
import dev.ascertain.sandbox.dns.Landscape.Flaw;
import dev.ascertain.sandbox.dns.Landscape.Security;
import dev.ascertain.sandbox.dns.Landscape.Server;
import dev.ascertain.sandbox.dns.Landscape.Zone;
import dev.ascertain.sandbox.section.ScenarioException;
import dev.ascertain.sandbox.socket.Loopback;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Adds to the zones of a scenario what need not be said: the zones above, SOA, NS, DS and the servers' addresses. */
final class Completion {
    private static final long TTL = 3600;
    private static final String ROOT_SERVER = "127.0.0.2";
    private static final String REGISTRY = "127.0.0.3";

    private final Map<Name, Zone> zones = new LinkedHashMap<>();
    private final Map<Name, Set<String>> addresses = new LinkedHashMap<>();
    private final Map<Name, List<Zone>> children = new LinkedHashMap<>();
    private final Map<Name, Set<Name>> serversIn = new LinkedHashMap<>();

    private Completion(List<Zone> written) {
        for (Zone zone : written) {
            if (zones.put(zone.name(), zone) != null) {
                throw new ScenarioException("The zone " + zone.name() + " is there twice.");
            }
        }
        written.forEach(zone -> addAbove(zone.name()));
        for (Zone zone : zones.values()) {
            if (!zone.name().equals(Name.root)) {
                children.computeIfAbsent(enclosing(above(zone.name())), _ -> new ArrayList<>())
                        .add(zone);
            }
            for (Server server : zone.servers()) {
                addresses
                        .computeIfAbsent(server.name(), _ -> new LinkedHashSet<>())
                        .addAll(server.addresses());
                serversIn
                        .computeIfAbsent(enclosing(server.name()), _ -> new LinkedHashSet<>())
                        .add(server.name());
            }
        }
    }

    /** The zones with all that belongs to them. */
    static List<Zone> of(List<Zone> written) {
        var completion = new Completion(written);
        return completion.zones.values().stream().map(completion::completed).toList();
    }

    /** A registry and a root for a zone that has none above it. */
    private void addAbove(Name zone) {
        if (zone.labels() > 2) {
            var registry = new Name(zone, zone.labels() - 2);
            zones.computeIfAbsent(registry, name -> bare(name, below("ns", name), REGISTRY));
        }
        zones.computeIfAbsent(Name.root, name -> bare(name, below("root-server", name), ROOT_SERVER));
    }

    private static Zone bare(Name name, Name server, String address) {
        return new Zone(
                name,
                List.of(new Server(server, List.of(address), null, Flaw.NONE, List.of())),
                null,
                Security.NONE,
                new Contents(Duration.ofMinutes(15), List.of(), List.of()));
    }

    private Zone completed(Zone zone) {
        Set<Record> records = new LinkedHashSet<>(zone.contents().records());
        addApex(zone, records);
        for (Zone child : children.getOrDefault(zone.name(), List.of())) {
            addDelegation(child, zone.name(), records);
        }
        for (Name server : serversIn.getOrDefault(zone.name(), Set.of())) {
            addAddresses(server, records);
        }
        return new Zone(
                zone.name(),
                zone.servers(),
                zone.delegation(),
                zone.security(),
                new Contents(
                        zone.contents().negativeTtl(),
                        List.copyOf(records),
                        zone.contents().changes()));
    }

    private static void addApex(Zone zone, Collection<Record> records) {
        var name = zone.name();
        if (missing(records, name, Type.SOA)) {
            long negative = zone.contents().negativeTtl().toSeconds();
            var primary = zone.servers().getFirst().name();
            var contact = below("hostmaster", name);
            records.add(new SOARecord(name, DClass.IN, TTL, primary, contact, 1, TTL, 600, 604_800, negative));
        }
        if (missing(records, name, Type.NS)) {
            zone.servers().forEach(server -> records.add(new NSRecord(name, DClass.IN, TTL, server.name())));
        }
    }

    private void addDelegation(Zone child, Name parent, Collection<Record> records) {
        for (Name server : child.delegatedTo()) {
            records.add(new NSRecord(child.name(), DClass.IN, TTL, server));
            if (server.subdomain(parent)) {
                addAddresses(server, records);
            }
        }
        if (child.security() != Security.NONE && !child.delegatedTo().isEmpty()) {
            records.add(new DSRecord(
                    child.name(),
                    DClass.IN,
                    TTL,
                    12345,
                    DNSSEC.Algorithm.ECDSAP256SHA256,
                    DNSSEC.Digest.SHA256,
                    new byte[32]));
        }
    }

    private void addAddresses(Name server, Collection<Record> records) {
        if (!missing(records, server, Type.A) || !missing(records, server, Type.AAAA)) {
            return;
        }
        for (String address : addresses.getOrDefault(server, Set.of())) {
            var there = Loopback.of(address);
            records.add(
                    address.contains(":")
                            ? new AAAARecord(server, DClass.IN, TTL, there)
                            : new ARecord(server, DClass.IN, TTL, there));
        }
    }

    private static boolean missing(Collection<Record> records, Name name, int type) {
        return records.stream()
                .noneMatch(
                        record -> record.getType() == type && record.getName().equals(name));
    }

    private Name enclosing(Name name) {
        var candidate = name;
        while (!zones.containsKey(candidate)) {
            candidate = above(candidate);
        }
        return candidate;
    }

    /** Without its first label; the root stays the root. */
    static Name above(Name name) {
        return name.labels() == 1 ? name : new Name(name, 1);
    }

    static Name below(String label, Name zone) {
        try {
            return Name.fromString(label, zone);
        } catch (TextParseException e) {
            throw new ScenarioException("\"" + label + "\" does not fit into " + zone + ".");
        }
    }
}

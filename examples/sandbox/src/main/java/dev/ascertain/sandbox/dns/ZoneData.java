package dev.ascertain.sandbox.dns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** The records of a zone as one server knows them at one time, and how a question is answered from them (RFC 1034). */
final class ZoneData {
    private static final int LONGEST_CHAIN = 16;

    /** What is found. */
    sealed interface Found {
        /** @param records with the CNAMEs that lead there, or as far as they lead */
        record Records(List<Record> records) implements Found {}

        /** Somebody else knows. */
        record Referral(List<Record> nameServers, List<Record> glue) implements Found {}

        /** @param chain the CNAMEs that lead to nothing */
        record Nothing(boolean nameExists, List<Record> chain, Record soa) implements Found {}
    }

    private final Name apex;
    private final Map<Name, Map<Integer, List<Record>>> nodes = new HashMap<>();
    private final Set<Name> existing = new HashSet<>();

    ZoneData(Name apex, Iterable<Record> records) {
        this.apex = apex;
        for (Record record : records) {
            nodes.computeIfAbsent(record.getName(), _ -> new HashMap<>())
                    .computeIfAbsent(record.getType(), _ -> new ArrayList<>())
                    .add(record);
        }
        for (Name name : nodes.keySet()) {
            for (var up = name; existing.add(up) && !up.equals(apex); ) {
                up = Completion.above(up);
            }
        }
    }

    /** @param name in this zone */
    Found find(Name name, int type) {
        List<Record> chain = new ArrayList<>();
        var current = name;
        while (true) {
            var referral = referral(current, type);
            if (referral != null) {
                return chain.isEmpty() ? referral : new Found.Records(chain);
            }
            var node = node(current);
            var records = wanted(node, type);
            if (!records.isEmpty()) {
                chain.addAll(renamed(records, current));
                return new Found.Records(chain);
            }
            var alias = node.getOrDefault(Type.CNAME, List.of());
            if (alias.isEmpty()) {
                return new Found.Nothing(!node.isEmpty() || existing.contains(current), chain, soa());
            }
            chain.addAll(renamed(alias, current));
            current = ((CNAMERecord) alias.getFirst()).getTarget();
            if (!current.subdomain(apex) || chain.size() >= LONGEST_CHAIN) {
                return new Found.Records(chain);
            }
        }
    }

    private Record soa() {
        return nodes.getOrDefault(apex, Map.of())
                .getOrDefault(Type.SOA, List.of())
                .getFirst();
    }

    /** The highest cut between the apex and the name; null if there is none. */
    private Found.@Nullable Referral referral(Name name, int type) {
        for (int labels = apex.labels() + 1; labels <= name.labels(); labels++) {
            var cut = new Name(name, name.labels() - labels);
            var nameServers = nodes.getOrDefault(cut, Map.of()).getOrDefault(Type.NS, List.of());
            boolean asksForDs = type == Type.DS && cut.equals(name);
            if (!nameServers.isEmpty() && !asksForDs) {
                return new Found.Referral(nameServers, glue(nameServers));
            }
        }
        return null;
    }

    private List<Record> glue(List<Record> nameServers) {
        List<Record> glue = new ArrayList<>();
        for (Record record : nameServers) {
            var node = nodes.getOrDefault(((NSRecord) record).getTarget(), Map.of());
            glue.addAll(node.getOrDefault(Type.A, List.of()));
            glue.addAll(node.getOrDefault(Type.AAAA, List.of()));
        }
        return glue;
    }

    /** What is at a name, or what a wildcard puts there. */
    private Map<Integer, List<Record>> node(Name name) {
        if (existing.contains(name)) {
            return nodes.getOrDefault(name, Map.of());
        }
        var encloser = name;
        while (!existing.contains(encloser)) {
            encloser = Completion.above(encloser);
        }
        return nodes.getOrDefault(Completion.below("*", encloser), Map.of());
    }

    private static List<Record> wanted(Map<Integer, List<Record>> node, int type) {
        return type == Type.ANY
                ? node.values().stream().flatMap(List::stream).toList()
                : node.getOrDefault(type, List.of());
    }

    private static List<Record> renamed(List<Record> records, Name name) {
        return records.stream()
                .map(record -> record.getName().equals(name) ? record : record.withName(name))
                .toList();
    }
}

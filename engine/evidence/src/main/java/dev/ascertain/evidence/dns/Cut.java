package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Delegation.State;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Names;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A zone as its parent hands it out.
 *
 * @param zone its name; of one that is not delegated, the highest name that does not exist
 * @param nameServers the NS set at the parent, sorted, for servers give it in any order
 * @param glue their addresses, as far as the parent gives them and may
 */
record Cut(String zone, String parent, State state, List<String> nameServers, List<DnsRecord> glue) {
    /** Of one zone. The root has 13; more would only be a way to keep us busy. */
    static final int MOST_NAME_SERVERS = 20;

    Cut {
        nameServers = List.copyOf(nameServers);
        glue = List.copyOf(glue);
    }

    static Cut without(String zone, String parent, State state) {
        return new Cut(zone, parent, state, List.of(), List.of());
    }

    boolean isDelegated() {
        return state == State.DELEGATED;
    }

    /** The cut that an answer tells of: at this name, or between the zone above and it. */
    static Optional<Cut> in(Heard heard, Cut above, String name) {
        return heard.referral(name, above.zone())
                .map(zone -> of(zone, above, heard, heard.answer().authority()))
                .or(() -> ownAnswer(heard, above, name));
    }

    /** A server that holds parent and child answers for the child. */
    private static Optional<Cut> ownAnswer(Heard heard, Cut above, String name) {
        List<DnsRecord> records = heard.answer().records();
        boolean own = heard.isAuthoritative()
                && records.stream()
                        .anyMatch(record ->
                                record.type().equals("NS") && record.name().equals(name));
        return own ? Optional.of(of(name, above, heard, records)) : Optional.empty();
    }

    private static Cut of(String zone, Cut above, Heard heard, List<DnsRecord> section) {
        List<String> names = nameServers(zone, section.stream());
        List<DnsRecord> glue = heard.additional().stream()
                .filter(record -> record.type().equals("A") || record.type().equals("AAAA"))
                .filter(record -> names.contains(record.name()) && Names.isWithin(record.name(), above.zone()))
                .toList();
        return new Cut(zone, above.zone(), State.DELEGATED, names, glue);
    }

    /** The NS set of a zone. */
    static List<String> nameServers(String zone, Stream<DnsRecord> records) {
        return records.filter(
                        record -> record.type().equals("NS") && record.name().equals(zone))
                .map(DnsRecord::data)
                .distinct()
                .sorted()
                .limit(MOST_NAME_SERVERS)
                .toList();
    }
}

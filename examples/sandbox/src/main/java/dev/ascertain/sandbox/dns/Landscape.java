package dev.ascertain.sandbox.dns;

import dev.ascertain.sandbox.moment.When;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * The DNS of a scenario: zones, who serves them, and who resolves. Plain data.
 *
 * @param port of all name servers and resolvers; 0 for any free one
 * @param latency of each of them that says none of its own
 */
public record Landscape(int port, Duration latency, List<Zone> zones, List<Resolver> resolvers) {
    /** Nothing is served. */
    public static final Landscape NONE = new Landscape(0, Duration.ZERO, List.of(), List.of());

    public Landscape {
        zones = List.copyOf(zones);
        resolvers = List.copyOf(resolvers);
    }

    public boolean isEmpty() {
        return zones.isEmpty();
    }

    /**
     * A zone.
     *
     * @param delegation the name servers that its parent names; empty if it is not delegated, null if they are those
     *     that serve it
     */
    record Zone(
            Name name, List<Server> servers, @Nullable List<Name> delegation, Security security, Contents contents) {
        Zone {
            servers = List.copyOf(servers);
            delegation = delegation == null ? null : List.copyOf(delegation);
        }

        /** The names that its parent gives for it. */
        List<Name> delegatedTo() {
            return delegation == null ? servers.stream().map(Server::name).toList() : delegation;
        }
    }

    /** @param negativeTtl how long resolvers hold that something is not there */
    record Contents(Duration negativeTtl, List<Record> records, List<Change> changes) {
        Contents {
            records = List.copyOf(records);
            changes = List.copyOf(changes);
        }
    }

    /** What DNSSEC says of a zone. Nothing is really signed. */
    enum Security {
        NONE,
        /** Its parent holds a DS record, and resolvers say that all is well. */
        SIGNED,
        /** Its parent holds a DS record that leads nowhere. */
        BOGUS
    }

    /**
     * A name server of a zone.
     *
     * @param addresses of the loopback
     * @param latency null for that of the landscape
     * @param own what only it knows, or does not know
     */
    record Server(
            Name name, List<String> addresses, @Nullable Duration latency, Flaw flaw, List<Change> own) {
        Server {
            addresses = List.copyOf(addresses);
            own = List.copyOf(own);
        }
    }

    /**
     * How a server's answers are spoilt.
     *
     * @param types only of questions for these; empty for all
     */
    record Flaw(@Nullable Kind kind, Set<Integer> types) {
        static final Flaw NONE = new Flaw(null, Set.of());

        enum Kind {
            REFUSED,
            SERVFAIL,
            /** It answers, but without the AA bit. */
            NOT_AUTHORITATIVE,
            /** It knows no zones, and sends back to the root. */
            UPWARDS,
            SILENT,
            /** One byte each half second over TCP; over UDP it says that the answer is cut. */
            DRIP,
            /** The first half of each message. */
            CUT,
            /** No DNS at all. */
            GARBAGE,
            WRONG_ID,
            WRONG_QUESTION,
            /** Nearly 64 KiB of TXT. */
            HUGE
        }

        /** How an answer to a question for this type is spoilt; null if it is not. */
        @Nullable Kind at(int type) {
            return types.isEmpty() || types.contains(type) ? kind : null;
        }
    }

    /**
     * Records that come or go.
     *
     * @param servers the name servers that know; empty for all
     */
    record Change(When when, List<Name> servers, List<Record> add, List<RecordKey> remove) {
        Change {
            servers = List.copyOf(servers);
            add = List.copyOf(add);
            remove = List.copyOf(remove);
        }

        /** The names that it is about, in lower case. */
        Set<String> names() {
            Set<String> names = new LinkedHashSet<>();
            add.forEach(record -> names.add(lowerCase(record.getName())));
            remove.forEach(key -> names.add(lowerCase(key.name())));
            return names;
        }
    }

    /** A name and a type. */
    record RecordKey(Name name, int type) {}

    /**
     * A public resolver.
     *
     * @param lag how much later than the name servers it sees a change
     * @param asked what somebody asked it just before the start
     */
    record Resolver(String address, @Nullable Duration latency, Duration lag, Flaw flaw, List<RecordKey> asked) {
        Resolver {
            asked = List.copyOf(asked);
        }
    }

    static String lowerCase(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }
}

package dev.ascertain.sandbox.dns;

import dev.ascertain.sandbox.dns.Landscape.RecordKey;
import dev.ascertain.sandbox.dns.Landscape.Resolver;
import dev.ascertain.sandbox.dns.Landscape.Security;
import dev.ascertain.sandbox.moment.Chronicle;
import dev.ascertain.sandbox.section.ScenarioException;
import dev.ascertain.sandbox.socket.Loopback;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The DNS of a scenario, served on loopback addresses until closed. */
public final class PrivateDns implements AutoCloseable {
    private final Hosting hosting;
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Queue<Asked> questions = new ConcurrentLinkedQueue<>();
    private final List<String> resolvers;
    private final List<DnsListener> listeners;

    /**
     * Begins to serve.
     *
     * @param clock what TTLs and changes go by; latencies are real all the same
     * @throws ScenarioException if the port is taken, or an address is to be both name server and resolver
     */
    public PrivateDns(Landscape landscape, Chronicle chronicle, Clock clock) {
        this.hosting = new Hosting(Completion.of(landscape.zones()), chronicle);
        this.resolvers = landscape.resolvers().stream().map(Resolver::address).toList();
        for (String address : hosting.addresses()) {
            roles.put(address, new NameServer(address, hosting, chronicle, landscape.latency()));
        }
        for (Resolver resolver : landscape.resolvers()) {
            var role = new PublicResolver(resolver, recursor(resolver, chronicle), landscape.latency());
            if (roles.put(resolver.address(), role) != null) {
                throw new ScenarioException(resolver.address() + " cannot be a resolver and something else.");
            }
        }
        this.listeners = Loopback.listen(
                roles.keySet(),
                landscape.port(),
                (address, port) -> new DnsListener(desk(address.getHostAddress(), clock), address, port));
        listeners.forEach(DnsListener::start);
    }

    private Recursor recursor(Resolver resolver, Chronicle chronicle) {
        var recursor = new Recursor(new Walk(hosting, resolvers.indexOf(resolver.address())), resolver.lag());
        var before = chronicle.start().minusNanos(1);
        for (RecordKey key : resolver.asked()) {
            recursor.resolve(key.name(), key.type(), before);
        }
        return recursor;
    }

    private Desk desk(String address, Clock clock) {
        var written = address.contains(":") ? "::1" : address;
        var role = roles.get(written);
        if (role == null) {
            throw new IllegalStateException("nobody answers at " + written);
        }
        return new Desk(written, role, clock, questions::add);
    }

    /** The port of all name servers and resolvers. */
    public int port() {
        return listeners.getFirst().port();
    }

    /** The addresses of the root's name servers. */
    public List<String> root() {
        return hosting.addressesOf(Name.root);
    }

    /** The addresses of the public resolvers, with the port. */
    public List<String> resolvers() {
        return resolvers.stream().map(this::withPort).toList();
    }

    private String withPort(String address) {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port();
    }

    /** Every question so far, in the order in which they came. */
    public List<Asked> questions() {
        return List.copyOf(questions);
    }

    /**
     * The data at a name, as a certificate authority sees it: following delegations and aliases, holding nothing from
     * before, believing no bogus zone. The strings of a TXT record are joined.
     */
    public List<String> data(String name, String type, Clock clock) {
        try {
            int wanted = Type.value(type);
            var found = new Recursor(new Walk(hosting, 0), Duration.ZERO)
                    .resolve(Name.fromString(name, Name.root), wanted, clock.instant());
            return found.security() == Security.BOGUS ? List.of() : data(found.records(), wanted);
        } catch (TextParseException e) {
            return List.of();
        }
    }

    private static List<String> data(Collection<Record> records, int type) {
        return records.stream()
                .filter(record -> record.getType() == type)
                .map(record ->
                        record instanceof TXTRecord text ? String.join("", text.getStrings()) : record.rdataToString())
                .toList();
    }

    @Override
    public void close() {
        Loopback.closeAll(listeners);
    }
}

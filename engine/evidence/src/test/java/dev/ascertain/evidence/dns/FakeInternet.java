package dev.ascertain.evidence.dns;

import dev.ascertain.spi.RunContext;
import dev.ascertain.testkit.FakeTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Zones, name servers and a resolver on loopback, all at one port. Counts what it is asked. */
public final class FakeInternet implements AutoCloseable {
    static final String ROOT = "127.0.0.1";
    static final String RESOLVER = "127.0.0.53";

    private final Map<String, List<FakeZone>> zones = new ConcurrentHashMap<>();
    private final Map<String, UnaryOperator<FakeServer.Tongue>> habits = new HashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final List<FakeServer> servers = new ArrayList<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private long delayMillis;
    private int port;

    /** Lets a server hold a zone. */
    FakeInternet zone(String address, String origin, String records) {
        zones.computeIfAbsent(address, _ -> new ArrayList<>()).add(FakeZone.of(origin, records));
        return this;
    }

    /** Two name servers that hold shop.example alike, below a root and a registry. */
    public static FakeInternet shop(String records) {
        String shop = """
                shop.example. NS ns1.shop.example.
                shop.example. NS ns2.shop.example.
                ns1.shop.example. A 127.0.0.3
                ns2.shop.example. A 127.0.0.4
                www.shop.example. A 192.0.2.1
                """ + records;
        return new FakeInternet()
                .zone(ROOT, ".", "example. NS ns.example.\nns.example. A 127.0.0.2")
                .zone("127.0.0.2", "example.", """
                        example. NS ns.example.
                        ns.example. A 127.0.0.2
                        shop.example. NS ns1.shop.example.
                        shop.example. NS ns2.shop.example.
                        ns1.shop.example. A 127.0.0.3
                        ns2.shop.example. A 127.0.0.4
                        dcv.example. NS ns.example.
                        cdn.example. NS ns.example.
                        """)
                .zone("127.0.0.3", "shop.example.", shop)
                .zone("127.0.0.4", "shop.example.", shop);
    }

    /** Adds to the first zone that a server holds. */
    void add(String address, String records) {
        FakeZone zone = zones.get(address).getFirst();
        zones.get(address).set(0, zone.with(records));
    }

    /** Gives a server a habit of its own. */
    FakeInternet habit(String address, UnaryOperator<FakeServer.Tongue> habit) {
        habits.put(address, habit);
        return this;
    }

    FakeInternet delay(long millis) {
        delayMillis = millis;
        return this;
    }

    /** At a port that is free at each address; a few are tried, as other programs have some. */
    public FakeInternet open() {
        for (int attempt = 1; !isListening(); attempt++) {
            servers.forEach(FakeServer::close);
            servers.clear();
            if (attempt == 20) {
                throw new IllegalStateException("another program has port " + port);
            }
            port = 0;
        }
        return this;
    }

    private boolean isListening() {
        try {
            Stream.concat(zones.keySet().stream(), Stream.of(RESOLVER))
                    .distinct()
                    .forEach(this::listen);
            return true;
        } catch (UncheckedIOException taken) {
            return false;
        }
    }

    int port() {
        return port;
    }

    public DnsSettings settings(Duration probe) {
        return new DnsSettings(
                List.of(new Contact.Plain(InetAddress.ofLiteral(RESOLVER), port)),
                List.of(InetAddress.ofLiteral(ROOT)),
                port,
                true,
                probe);
    }

    /** With one more name server of the root. */
    DnsSettings settings(Duration probe, String further) {
        DnsSettings all = settings(probe);
        List<InetAddress> root = List.of(InetAddress.ofLiteral(ROOT), InetAddress.ofLiteral(further));
        return new DnsSettings(all.resolvers(), root, port, true, probe);
    }

    DnsProbe probe(Duration probe) {
        return probe(settings(probe));
    }

    static DnsProbe probe(DnsSettings settings) {
        var time = FakeTime.at("2026-11-22T04:00:00Z");
        return new DnsProbe(settings, new RunContext(time, time, 8, "test"), Duration.ofMinutes(1));
    }

    /** How often a server was asked, by {@code address name type}. */
    public Map<String, Integer> asked() {
        var counts = new HashMap<String, Integer>();
        asked.forEach((question, count) -> counts.put(question, count.get()));
        return counts;
    }

    private void listen(String address) {
        FakeServer.Tongue plain = (query, tcp) -> List.of(bytes(answer(address, query), tcp));
        var habit = habits.getOrDefault(address, tongue -> tongue);
        FakeServer.Tongue tongue = habit.apply(plain);
        try {
            var server = new FakeServer(
                    new InetSocketAddress(InetAddress.ofLiteral(address), port),
                    new Counted(address, tongue),
                    later,
                    delayMillis);
            port = server.port();
            servers.add(server);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** A tongue whose questions are counted. */
    private final class Counted implements FakeServer.Tongue {
        private final String address;
        private final FakeServer.Tongue tongue;

        Counted(String address, FakeServer.Tongue tongue) {
            this.address = address;
            this.tongue = tongue;
        }

        @Override
        public List<byte[]> say(Message query, boolean tcp) {
            return said(address, tongue, query, tcp);
        }

        @Override
        public Duration drip() {
            return tongue.drip();
        }
    }

    private List<byte[]> said(String address, FakeServer.Tongue tongue, Message query, boolean tcp) {
        Record question = query.getQuestion();
        String key = "%s %s %s%s"
                .formatted(
                        address,
                        Presentation.name(question.getName()),
                        Type.string(question.getType()),
                        query.getHeader().getFlag(Flags.CD) ? " CD" : "");
        asked.computeIfAbsent(tcp ? key + " TCP" : key, _ -> new AtomicInteger())
                .incrementAndGet();
        return tongue.say(query, tcp);
    }

    static byte[] bytes(Message reply, boolean tcp) {
        return reply.toWire(tcp ? 65_535 : 1232);
    }

    static Message reply(Message query) {
        var reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        return reply;
    }

    private Message answer(String address, Message query) {
        Message reply = reply(query);
        Name name = query.getQuestion().getName();
        int type = query.getQuestion().getType();
        if (address.equals(RESOLVER)) {
            reply.getHeader().setFlag(Flags.RA);
            resolve(reply, name, type);
            return reply;
        }
        holder(zones.get(address).stream(), name, type)
                .ifPresentOrElse(
                        zone -> zone.answer(reply, name, type),
                        () -> reply.getHeader().setRcode(Rcode.REFUSED));
        return reply;
    }

    /** Asks whoever holds the name, without the way there. */
    private void resolve(Message reply, Name name, int type) {
        var part = new Message();
        holder(zones.values().stream().flatMap(List::stream), name, type)
                .ifPresent(zone -> zone.answer(part, name, type));
        part.getSection(Section.ANSWER).forEach(record -> reply.addRecord(record, Section.ANSWER));
        part.getSection(Section.AUTHORITY).forEach(record -> reply.addRecord(record, Section.AUTHORITY));
        reply.getHeader().setRcode(part.getRcode());
        List<Record> answers = part.getSection(Section.ANSWER);
        boolean further = type != Type.CNAME && reply.getSection(Section.ANSWER).size() < 20;
        if (further && !answers.isEmpty() && answers.getFirst() instanceof CNAMERecord alias) {
            resolve(reply, alias.getTarget(), type);
        }
    }

    private static Optional<FakeZone> holder(Stream<FakeZone> zones, Name name, int type) {
        return zones.filter(zone -> zone.holds(name))
                .filter(zone -> type != Type.DS || !zone.origin().equals(name))
                .max(Comparator.comparing(zone -> zone.origin().labels()));
    }

    @Override
    public void close() {
        later.shutdownNow();
        servers.forEach(FakeServer::close);
    }
}

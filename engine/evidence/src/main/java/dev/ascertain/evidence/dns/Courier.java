package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Server;
import dev.ascertain.evidence.reach.SpecialAddresses;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Carries questions to the name servers of a zone. */
final class Courier {
    private final Asker asker;
    private final DnsSettings settings;
    private final Gathered gathered;
    private final Ipv6 ipv6;

    Courier(Asker asker, DnsSettings settings, Gathered gathered) {
        this.asker = asker;
        this.settings = settings;
        this.gathered = gathered;
        this.ipv6 = new Ipv6(this::isRootAnsweringOverIpv6, gathered);
    }

    Heard one(Host host, Question question, String zone) {
        Server server = server(host);
        if (!isAllowed(host)) {
            gathered.limit(("The name server %s was not asked, because its address is private or otherwise special. Set"
                            + " private_addresses: allow for the provider internet if it may be.")
                    .formatted(server.described()));
            return Heard.nothing(server, Outcome.UNREACHABLE);
        }
        return host.isIpv4() ? send(host, question, zone) : ipv6.through(server, () -> send(host, question, zone));
    }

    private Heard send(Host host, Question question, String zone) {
        return asker.authoritative(server(host), Query.authoritative(host.contact(settings.port()), question), zone);
    }

    private boolean isRootAnsweringOverIpv6() {
        Cut root = RootHints.root(settings);
        List<Host> hosts = root.nameServers().stream()
                .flatMap(name -> Walk.glue(root, name))
                .filter(host -> !host.isIpv4())
                .limit(Ipv6.WITNESSES)
                .toList();
        return Ipv6.isAnswered(Together.each(hosts, host -> send(host, Ipv6.QUESTION, "")));
    }

    /** As it stands in evidence. */
    Server server(Host host) {
        return host.server(settings.port());
    }

    List<Heard> each(List<Host> hosts, Question question, String zone) {
        return Together.each(hosts, host -> one(host, question, zone));
    }

    /**
     * The first answer that is accepted. The next server is asked when one was of no use, or when it lets us wait for a
     * tenth of the time of a question; altogether it takes no longer than that time. How long a question waits for its
     * turn here does not count: with a thousand names it is long, and no fault of the server.
     */
    Optional<Heard> any(List<Host> hosts, Question question, String zone, Predicate<Heard> accepted) {
        var answers = new LinkedBlockingQueue<Heard>();
        Iterator<Host> next = hosts.iterator();
        long end = System.nanoTime() + settings.probe().toNanos();
        int open = 0;
        while (open > 0 || next.hasNext()) {
            if (next.hasNext()) {
                Host host = next.next();
                var unused = Together.begin(() -> answers.add(one(host, question, zone)));
                open++;
            }
            long left = end - System.nanoTime();
            long share = next.hasNext() ? Math.min(left, settings.probe().toNanos() / 10) : left;
            Optional<Heard> heard = poll(answers, share);
            while (heard.isEmpty() && share > 0 && isQueued(hosts, question)) {
                end += share;
                heard = poll(answers, share);
            }
            if (heard.filter(accepted).isPresent()) {
                return heard;
            }
            if (heard.isPresent()) {
                open--;
            } else if (System.nanoTime() - end >= 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What was answered until now. */
    Stream<Heard> known(List<Host> hosts, Question question) {
        return queries(hosts, question).flatMap(query -> asker.known(query).stream());
    }

    private boolean isQueued(List<Host> hosts, Question question) {
        return queries(hosts, question).anyMatch(asker::isQueued);
    }

    private Stream<Query> queries(List<Host> hosts, Question question) {
        return hosts.stream().map(host -> Query.authoritative(host.contact(settings.port()), question));
    }

    private static Optional<Heard> poll(BlockingQueue<Heard> answers, long nanos) {
        try {
            return Optional.ofNullable(answers.poll(nanos, TimeUnit.NANOSECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private boolean isAllowed(Host host) {
        return settings.privateAddresses()
                || settings.root().contains(host.address())
                || !SpecialAddresses.contain(host.address());
    }
}

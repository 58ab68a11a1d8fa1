package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The zones that matter: every server of each, parent against child, and whether DNSSEC holds. */
final class Zones {
    private final Walk walk;
    private final Courier courier;
    private final Resolvers resolvers;
    private final Gathered gathered;
    private final Map<String, CompletableFuture<List<Host>>> servers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> examined = new ConcurrentHashMap<>();

    Zones(Walk walk, Courier courier, Resolvers resolvers, Gathered gathered) {
        this.walk = walk;
        this.courier = courier;
        this.resolvers = resolvers;
        this.gathered = gathered;
    }

    /** Every address of every name server that parent or child names; empty if the zone is not delegated. */
    List<Host> servers(Cut cut) {
        var mine = new CompletableFuture<List<Host>>();
        var earlier = servers.putIfAbsent(cut.zone(), mine);
        if (earlier != null) {
            return earlier.join();
        }
        try {
            mine.complete(found(cut));
        } finally {
            mine.complete(List.of());
        }
        return mine.join();
    }

    /** Looks at the zone itself: its SOA at each server, and at the resolvers for DNSSEC. Each zone once. */
    void examine(Cut cut) {
        var mine = new CompletableFuture<Void>();
        if (cut.zone().isEmpty() || examined.putIfAbsent(cut.zone(), mine) != null) {
            return;
        }
        List<Host> hosts = servers(cut);
        if (!cut.isDelegated()) {
            return;
        }
        var soa = new Question(cut.zone(), "SOA");
        Together.all(List.of(() -> sources(cut, hosts, soa), () -> resolvers.ask(soa)));
    }

    private void sources(Cut cut, List<Host> hosts, Question soa) {
        List<Heard> heard = courier.each(hosts, soa, cut.zone());
        gathered.authoritative(soa, heard);
        if (!heard.isEmpty() && heard.stream().allMatch(Heard::isResolvers)) {
            gathered.limit(
                    ("All name servers of %s answer like a resolver, not as authoritative: something on the way may"
                                    + " answer in their place, so what they say is not known.")
                            .formatted(cut.zone()));
        }
    }

    private List<Host> found(Cut cut) {
        if (!cut.isDelegated()) {
            gathered.delegation(delegation(cut, List.of(), List.of(), false));
            return List.of();
        }
        var signed = Together.begin(() -> isSigned(cut));
        List<Host> hosts = new ArrayList<>(addresses(cut, cut.nameServers()));
        List<Heard> heard = ask(cut, hosts);
        List<String> added = heard.stream()
                .filter(Heard::isAuthoritative)
                .flatMap(each -> Cut.nameServers(cut.zone(), each.answer().records().stream()).stream())
                .distinct()
                .filter(name -> !cut.nameServers().contains(name))
                .sorted()
                .limit(Cut.MOST_NAME_SERVERS)
                .toList();
        List<Host> further = addresses(cut, added);
        List<Heard> unused = ask(cut, further);
        hosts.addAll(further);
        List<String> names =
                Stream.concat(cut.nameServers().stream(), added.stream()).toList();
        gathered.delegation(delegation(cut, hosts, names, signed.join()));
        return List.copyOf(hosts);
    }

    private List<Heard> ask(Cut cut, List<Host> hosts) {
        var question = new Question(cut.zone(), "NS");
        List<Heard> heard = courier.each(hosts, question, cut.zone());
        gathered.authoritative(question, heard);
        return heard;
    }

    private List<Host> addresses(Cut cut, List<String> names) {
        return Together.each(names, name -> hosts(cut, name)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Host> hosts(Cut cut, String name) {
        List<Host> glue = Walk.glue(cut, name).toList();
        return glue.isEmpty()
                ? walk.addresses(name).stream()
                        .map(address -> new Host(name, address))
                        .toList()
                : glue;
    }

    private boolean isSigned(Cut cut) {
        var question = new Question(cut.zone(), "DS");
        return walk.any(walk.above(cut.zone()), question)
                .map(heard -> !heard.answer().data(question).isEmpty())
                .orElse(false);
    }

    private Delegation delegation(Cut cut, List<Host> hosts, List<String> names, boolean signed) {
        List<Server> addressed = hosts.stream().map(courier::server).toList();
        Stream<Server> others = names.stream()
                .filter(name -> hosts.stream().noneMatch(host -> host.name().equals(name)))
                .map(name -> new Server(name, ""));
        return new Delegation(
                cut.zone(),
                cut.parent(),
                cut.state(),
                cut.nameServers(),
                Stream.concat(addressed.stream(), others).toList(),
                signed);
    }
}

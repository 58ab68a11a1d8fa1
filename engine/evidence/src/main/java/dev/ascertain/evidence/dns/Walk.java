package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.Delegation.State;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Question;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The way from the root down to the zone of a name, label by label, so that names in one zone share it. What is found is
 * kept; two that walk at once ask the same questions, and each of those is sent once.
 */
final class Walk {
    private static final String INTERCEPTED =
            "The root's name servers answer like a resolver: something on the way answers in place of whoever is asked on"
                    + " port 53. So what the authoritative servers say is not known, and resolvers are asked over HTTPS"
                    + " only.";
    private static final String NO_WAY_OUT =
            "No name server of the root answers: there is no way out for DNS questions (port 53), so what the"
                    + " authoritative servers say is not known.";

    /** Aliases that are followed. */
    static final int MOST_HOPS = 10;

    /** Of a name server. */
    private static final int MOST_ADDRESSES = 4;

    /** Name servers whose names are in zones whose name servers are in other zones, and so on. */
    private static final int DEEPEST = 5;

    /** Of the name servers without glue, how many are looked up to get on. */
    private static final int ENOUGH = 3;

    /** Of a registry's servers, how many are believed. */
    private static final int WITNESSES = 3;

    /** @param gone whether the zone says that there is nothing at the name nor below it */
    private record Step(Cut cut, boolean gone) {}

    private final Courier courier;
    private final Cut root;
    private final Gathered gathered;
    private final Map<String, Step> steps = new ConcurrentHashMap<>();
    private volatile boolean unreachable;
    private volatile boolean intercepted;
    private final Map<String, List<Host>> hosts = new ConcurrentHashMap<>();

    Walk(Courier courier, Cut root, Gathered gathered) {
        this.courier = courier;
        this.root = root;
        this.gathered = gathered;
    }

    /** The zone of a name. */
    Cut cutOf(String name) {
        return cutOf(name, Set.of());
    }

    /** Notes a zone that an answer about something else told of. */
    Cut found(Cut cut) {
        steps.put(cut.zone(), new Step(cut, false));
        return cut;
    }

    /** Whether something on the way answers in place of whoever is asked on port 53. */
    boolean isIntercepted() {
        return intercepted;
    }

    /** Whether the root gave no way down: nothing authoritative can be known. */
    boolean isBlind() {
        return unreachable;
    }

    /** The zone above a name, whether or not the name is a zone itself. */
    Cut above(String name) {
        return cutOf(Names.parent(name));
    }

    /** Servers of a zone to go on with, IPv4 first; empty if no address can be found. */
    List<Host> hosts(Cut cut) {
        return hosts(cut, Set.of());
    }

    /** All addresses of a name server. */
    List<InetAddress> addresses(String nameServer) {
        return addresses(nameServer, Set.of());
    }

    /** What the first server of the zone says that knows it. */
    Optional<Heard> any(Cut cut, Question question) {
        return courier.any(hosts(cut), question, cut.zone(), Heard::isAuthoritative);
    }

    /**
     * The data at the end of the aliases, from one server of each zone on the way.
     *
     * @param seen gets each answer
     * @return empty if somebody on the way could not be asked
     */
    Optional<List<String>> lookup(Question question, Consumer<Asked> seen) {
        return lookup(question, seen, Set.of());
    }

    /** A question and what was answered. */
    record Asked(Question question, Heard heard) {}

    private Cut cutOf(String name, Set<String> path) {
        Cut cut = root;
        for (String at : Names.upwards(name).reversed()) {
            Step step = steps.get(at);
            if (step == null && !at.startsWith("_") && Wire.isAskable(at)) {
                step = step(at, cut, path);
            }
            if (step != null) {
                cut = step.cut();
                if (step.gone() || !cut.isDelegated()) {
                    return cut;
                }
            }
        }
        return cut;
    }

    private Step step(String at, Cut above, Set<String> path) {
        Step step = looked(at, above, path);
        boolean complete = path.isEmpty() || step.cut().isDelegated();
        if (complete) {
            steps.putIfAbsent(at, step);
        }
        return step;
    }

    private Step looked(String at, Cut above, Set<String> path) {
        var question = new Question(at, "NS");
        List<Host> servers = above.zone().isEmpty() && unreachable ? List.of() : hosts(above, path);
        Predicate<Heard> useful = heard -> isUseful(heard, at, above.zone());
        var falseOnes = new AtomicInteger();
        Optional<Heard> said = courier.any(
                        servers,
                        question,
                        above.zone(),
                        useful.or(heard -> heard.isResolvers() && falseOnes.incrementAndGet() == WITNESSES))
                .filter(useful);
        if (said.isEmpty()) {
            return unasked(at, above, servers, question);
        }
        Optional<Cut> cut = said.flatMap(heard -> Cut.in(heard, above, at));
        if (cut.isPresent()) {
            return new Step(cut.get(), false);
        }
        boolean gone = said.get().answer().outcome() == Outcome.NO_SUCH_NAME;
        if (!gone || !Registries.contain(above.zone())) {
            return new Step(above, gone);
        }
        return courier.each(servers.stream().limit(WITNESSES).toList(), question, above.zone()).stream()
                .flatMap(heard -> Cut.in(heard, above, at).stream())
                .findFirst()
                .map(other -> new Step(other, false))
                .orElseGet(() -> new Step(Cut.without(at, above.zone(), State.NOT_DELEGATED), true));
    }

    private static boolean isUseful(Heard heard, String name, String zone) {
        return heard.isAuthoritative() || heard.referral(name, zone).isPresent();
    }

    /** Nobody of the zone answered. If domains are registered there, nothing is known of this one. */
    private Step unasked(String at, Cut above, List<Host> servers, Question question) {
        if (above.zone().isEmpty() && !unreachable) {
            intercepted = courier.known(servers, question).anyMatch(Heard::isResolvers);
            unreachable = true;
            gathered.limit(intercepted ? INTERCEPTED : NO_WAY_OUT);
        }
        return new Step(Registries.contain(above.zone()) ? Cut.without(at, above.zone(), State.UNKNOWN) : above, false);
    }

    private List<Host> hosts(Cut cut, Set<String> path) {
        List<Host> known = hosts.get(cut.zone());
        if (known != null) {
            return known;
        }
        List<Host> found = cut.nameServers().stream()
                .flatMap(name -> glue(cut, name))
                .sorted(Comparator.comparing(host -> !host.isIpv4()))
                .toList();
        if (found.isEmpty()) {
            found = cut.nameServers().stream()
                    .limit(ENOUGH)
                    .map(name -> of(name, addresses(name, path)))
                    .filter(some -> !some.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }
        if (!found.isEmpty()) {
            hosts.put(cut.zone(), found);
        }
        return found;
    }

    /** The addresses that the parent gives for a name server. */
    static Stream<Host> glue(Cut cut, String name) {
        return cut.glue().stream()
                .filter(record -> record.name().equals(name))
                .map(DnsRecord::data)
                .flatMap(address -> Contact.address(address).stream())
                .limit(MOST_ADDRESSES)
                .map(address -> new Host(name, address));
    }

    private static List<Host> of(String name, List<InetAddress> addresses) {
        return addresses.stream().map(address -> new Host(name, address)).toList();
    }

    private List<InetAddress> addresses(String nameServer, Set<String> path) {
        if (path.contains(nameServer) || path.size() >= DEEPEST || !Wire.isAskable(nameServer)) {
            return List.of();
        }
        var further = new HashSet<>(path);
        further.add(nameServer);
        var found =
                Together.each(List.of("A", "AAAA"), type -> lookup(new Question(nameServer, type), _ -> {}, further));
        return found.stream()
                .flatMap(Optional::stream)
                .flatMap(data -> data.stream().limit(MOST_ADDRESSES))
                .flatMap(address -> Contact.address(address).stream())
                .toList();
    }

    private Optional<List<String>> lookup(Question question, Consumer<Asked> seen, Set<String> path) {
        var names = new ArrayList<String>();
        for (String name = question.name(); !names.contains(name) && names.size() <= MOST_HOPS; ) {
            names.add(name);
            if (!Wire.isAskable(name)) {
                return Optional.of(List.of());
            }
            var asked = new Question(name, question.type());
            Cut cut = cutOf(name, path);
            Optional<Heard> heard = courier.any(hosts(cut, path), asked, cut.zone(), Heard::isAuthoritative);
            if (heard.isEmpty()) {
                return cut.state() == State.NOT_DELEGATED ? Optional.of(List.of()) : Optional.empty();
            }
            seen.accept(new Asked(asked, heard.get()));
            List<String> data = heard.get().answer().data(asked);
            Optional<String> target = heard.get().alias(name);
            if (!data.isEmpty() || target.isEmpty()) {
                return Optional.of(data);
            }
            name = target.get();
        }
        return Optional.of(List.of());
    }
}

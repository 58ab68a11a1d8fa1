package dev.ascertain.core.explain;

import dev.ascertain.core.explain.Link.State;
import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Server;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether the zone is reached: what its parent says, and what each of its name servers says. */
final class DelegationLinks {
    private DelegationLinks() {}

    static Seen delegation(Matter the) {
        List<Delegation> zones = the.zones();
        if (zones.isEmpty()) {
            return Seen.of(State.NOT_SEEN, "Nobody looked.");
        }
        return new Seen(
                worst(zones.stream().map(zone -> state(zone.state()))),
                zones.stream().map(DelegationLinks::said).toList());
    }

    private static State state(Delegation.State state) {
        return switch (state) {
            case DELEGATED -> State.OK;
            case NOT_DELEGATED -> State.BROKEN;
            case UNKNOWN -> State.NOT_SEEN;
        };
    }

    private static String said(Delegation zone) {
        String parent = zone.parent().isEmpty() ? "The root" : zone.parent();
        return switch (zone.state()) {
            case DELEGATED ->
                "%s delegates %s to %s.".formatted(parent, Words.zone(zone.zone()), Words.and(zone.nameServers()));
            case NOT_DELEGATED -> "%s knows no %s.".formatted(parent, zone.zone());
            case UNKNOWN -> "%s could not be asked for %s.".formatted(parent, Words.zone(zone.zone()));
        };
    }

    static Seen nameServers(Matter the) {
        List<Delegation> zones = the.zones().stream()
                .filter(zone -> zone.state() == Delegation.State.DELEGATED)
                .toList();
        var facts = new ArrayList<String>();
        var states = new ArrayList<State>();
        for (Delegation zone : zones) {
            List<Optional<Answer>> best = zone.servers().stream()
                    .map(server -> best(server, zone, the.evidence()))
                    .toList();
            states.add(
                    best.stream().flatMap(Optional::stream).anyMatch(DelegationLinks::isGood)
                            ? State.OK
                            : State.NOT_SEEN);
            for (int at = 0; at < best.size(); at++) {
                facts.add(said(zone.servers().get(at), best.get(at)));
            }
            differences(zone, the.evidence()).ifPresent(facts::add);
            serials(zone, the.evidence()).ifPresent(facts::add);
        }
        return facts.isEmpty()
                ? Seen.of(State.NOT_SEEN, "Nobody asked them.")
                : new Seen(worst(states.stream()), facts);
    }

    private static String said(Server server, Optional<Answer> best) {
        if (server.address().isEmpty()) {
            return server.name() + " has no address.";
        }
        return server.described() + " " + best.map(Words::said).orElse("was not asked") + ".";
    }

    private static boolean isGood(Answer answer) {
        return answer.isConclusive() && answer.authoritative();
    }

    /** The best that a server said to any question within the zone. */
    private static Optional<Answer> best(Server server, Delegation zone, Evidence evidence) {
        return within(zone, evidence)
                .flatMap(answers -> answers.authoritative().stream())
                .filter(answer -> answer.server().equals(server))
                .min(Comparator.comparing((Answer answer) -> !isGood(answer)).thenComparing(Answer::outcome));
    }

    private static Stream<Answers> within(Delegation zone, Evidence evidence) {
        return evidence.answers().values().stream()
                .filter(answers -> Names.isWithin(answers.question().name(), zone.zone()));
    }

    /** The zone's own NS set where it is another than the parent's. */
    private static Optional<String> differences(Delegation zone, Evidence evidence) {
        var own = new TreeSet<String>();
        Answers answers = evidence.answers(zone.zone(), "NS");
        answers.deciding().forEach(answer -> own.addAll(answer.data(answers.question())));
        return own.isEmpty() || own.equals(new TreeSet<>(zone.nameServers()))
                ? Optional.empty()
                : Optional.of("%s itself names %s.".formatted(Words.zone(zone.zone()), Words.and(own)));
    }

    /** The servers by the serial number of their copy, where there are several. */
    private static Optional<String> serials(Delegation zone, Evidence evidence) {
        Map<String, List<Server>> copies = new TreeMap<>();
        for (Answer answer : evidence.answers(zone.zone(), "SOA").authoritative()) {
            answer.records().stream()
                    .filter(record -> record.type().equals("SOA"))
                    .findFirst()
                    .map(DelegationLinks::serial)
                    .ifPresent(serial -> copies.computeIfAbsent(serial, _ -> new ArrayList<>())
                            .add(answer.server()));
        }
        return copies.size() < 2
                ? Optional.empty()
                : Optional.of("They hold different copies of the zone: "
                        + Words.and(copies.entrySet().stream()
                                .map(copy -> copy.getKey() + " at " + Words.servers(copy.getValue()))
                                .toList())
                        + ".");
    }

    private static String serial(DnsRecord soa) {
        String[] fields = soa.data().split(" ", -1);
        return fields.length > 2 ? fields[2] : "?";
    }

    static State worst(Stream<State> states) {
        List<State> order = List.of(State.BROKEN, State.WAITING, State.NOT_SEEN, State.OK, State.NOT_NEEDED);
        return states.min(Comparator.comparingInt(order::indexOf)).orElse(State.NOT_SEEN);
    }
}

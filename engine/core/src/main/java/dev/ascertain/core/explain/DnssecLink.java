package dev.ascertain.core.explain;

import dev.ascertain.core.explain.Link.State;
import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether validating resolvers believe the zone. */
final class DnssecLink {
    private DnssecLink() {}

    static Seen of(Matter the) {
        List<Delegation> zones = the.zones().stream()
                .filter(zone -> zone.state() == Delegation.State.DELEGATED)
                .toList();
        if (zones.isEmpty()) {
            return Seen.of(State.NOT_SEEN, "Nobody looked.");
        }
        List<Seen> each = zones.stream().map(zone -> of(zone, the)).toList();
        return new Seen(
                DelegationLinks.worst(each.stream().map(Seen::state)),
                each.stream().flatMap(seen -> seen.facts().stream()).toList());
    }

    private static Seen of(Delegation zone, Matter the) {
        Map<Server, List<String>> bogus = bogus(zone, the);
        long asked = resolvers(zone, the).map(Answer::server).distinct().count();
        if (!bogus.isEmpty()) {
            // One resolver alone proves nothing: it may be the one that is broken.
            return new Seen(bogus.size() * 3L >= asked * 2 ? State.BROKEN : State.OK, refusals(bogus));
        }
        if (!zone.signed()) {
            return Seen.of(State.NOT_NEEDED, zone.zone() + " is not signed.");
        }
        boolean believed = resolvers(zone, the).anyMatch(Answer::isConclusive);
        return believed
                ? Seen.of(State.OK, zone.zone() + " is signed, and resolvers that check it believe it.")
                : Seen.of(State.NOT_SEEN, zone.zone() + " is signed; no resolver was asked whether that is right.");
    }

    /** One sentence for all resolvers that give the same reason. */
    private static List<String> refusals(Map<Server, List<String>> bogus) {
        Map<List<String>, List<Server>> byReason = new LinkedHashMap<>();
        bogus.forEach((server, errors) ->
                byReason.computeIfAbsent(errors, _ -> new ArrayList<>()).add(server));
        return byReason.entrySet().stream()
                .map(one -> "%s %s not believe the signatures%s."
                        .formatted(
                                Words.servers(one.getValue()),
                                one.getValue().size() == 1 ? "does" : "do",
                                Words.errors(one.getKey())))
                .toList();
    }

    private static Stream<Answer> resolvers(Delegation zone, Matter the) {
        return within(zone, the).flatMap(answers -> answers.resolvers().stream());
    }

    private static Stream<Answers> within(Delegation zone, Matter the) {
        return the.evidence().answers().values().stream()
                .filter(answers -> Names.isWithin(answers.question().name(), zone.zone()));
    }

    /** The resolvers that fail, and answer once they need not check; with the reasons that they give. */
    private static Map<Server, List<String>> bogus(Delegation zone, Matter the) {
        var bogus = new LinkedHashMap<Server, List<String>>();
        within(zone, the)
                .forEach(answers -> answers.resolvers().stream()
                        .filter(answer -> answer.outcome() == Answer.Outcome.SERVER_FAILED)
                        .filter(answer -> answers.unchecked().stream()
                                .anyMatch(other -> other.server().equals(answer.server()) && other.isConclusive()))
                        .forEach(answer -> bogus.putIfAbsent(answer.server(), answer.errors())));
        return bogus;
    }
}

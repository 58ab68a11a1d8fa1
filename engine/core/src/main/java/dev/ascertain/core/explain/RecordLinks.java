package dev.ascertain.core.explain;

import dev.ascertain.core.explain.Link.State;
import dev.ascertain.core.publish.Presence;
import dev.ascertain.core.publish.Sighting;
import dev.ascertain.core.publish.Sighting.What;
import dev.ascertain.core.publish.Wanted;
import dev.ascertain.evidence.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether the records that prove it stand at the source, and whether the public sees them. */
final class RecordLinks {
    private RecordLinks() {}

    static Seen source(Matter the) {
        List<Wanted> wanted = the.records();
        if (wanted.isEmpty()) {
            return Seen.of(State.NOT_NEEDED, "No record is asked for.");
        }
        var facts = new ArrayList<String>();
        wanted.forEach(one -> facts.addAll(source(one, the.evidence())));
        State state = DelegationLinks.worst(
                wanted.stream().map(one -> state(Sighting.presenceAtSource(one, the.evidence()))));
        if (the.isMet() && state == State.BROKEN) {
            facts.add("It is verified: the record was needed once.");
            return new Seen(State.NOT_NEEDED, facts);
        }
        return new Seen(state, facts);
    }

    private static State state(Presence presence) {
        return switch (presence) {
            case PUBLISHED -> State.OK;
            case PARTLY -> State.WAITING;
            case MISSING -> State.BROKEN;
            case UNKNOWN -> State.NOT_SEEN;
        };
    }

    private static List<String> source(Wanted wanted, Evidence evidence) {
        List<Sighting> sightings = Sighting.atSource(wanted, evidence);
        return sightings.isEmpty()
                ? List.of(described(wanted) + ": no name server was asked.")
                : told(wanted, sightings);
    }

    private static String described(Wanted wanted) {
        return "%s %s %s".formatted(wanted.name(), wanted.type(), Words.quoted(wanted.value()));
    }

    /** One sentence for all servers that say the same. */
    private static List<String> told(Wanted wanted, List<Sighting> sightings) {
        var facts = new ArrayList<String>();
        for (What what : What.values()) {
            List<Sighting> same =
                    sightings.stream().filter(one -> one.what() == what).toList();
            if (!same.isEmpty()) {
                facts.add(told(wanted, what, same));
            }
        }
        return facts;
    }

    private static String told(Wanted wanted, What what, List<Sighting> same) {
        String servers = Words.servers(same.stream().map(Sighting::server).toList());
        String record = described(wanted);
        return switch (what) {
            case RIGHT -> "%s is there at %s.".formatted(record, servers);
            case ALIAS -> "%s is an alias of %s at %s.".formatted(wanted.name(), Words.and(found(same)), servers);
            case OTHER ->
                "%s is missing at %s, where the name has %s instead."
                        .formatted(record, servers, Words.quoted(found(same)));
            case NONE -> "%s is missing at %s.".formatted(record, servers);
            case NO_AUTHORITY ->
                "%s answered without authority, which does not count: it is not the zone's server, or something on the way answers in its place."
                        .formatted(servers);
            case NO_ANSWER ->
                "%s gave no answer: %s."
                        .formatted(
                                servers,
                                Words.and(same.stream()
                                        .map(one -> Words.cause(one.answer()))
                                        .distinct()
                                        .toList()));
        };
    }

    private static List<String> found(List<Sighting> sightings) {
        return sightings.stream()
                .flatMap(one -> one.found().stream())
                .distinct()
                .toList();
    }

    static Seen visibility(Matter the, State source) {
        List<Wanted> wanted = the.records();
        if (wanted.isEmpty() || source == State.NOT_NEEDED) {
            return Seen.of(State.NOT_NEEDED, "Nothing has to be seen.");
        }
        var facts = new ArrayList<String>();
        var states = new ArrayList<State>();
        for (Wanted one : wanted) {
            List<Sighting> sightings = Sighting.atResolvers(one, the.evidence());
            if (!sightings.isEmpty()) {
                facts.addAll(told(one, sightings));
                held(sightings).ifPresent(facts::add);
                states.add(seenBy(sightings));
            }
        }
        return facts.isEmpty()
                ? Seen.of(State.NOT_SEEN, "Public resolvers are asked once the record is right at the source.")
                : new Seen(DelegationLinks.worst(states.stream()), facts);
    }

    /** Two of three are enough: one alone may be the one that is wrong. */
    private static State seenBy(List<Sighting> sightings) {
        long right = sightings.stream().filter(one -> one.what() == What.RIGHT).count();
        long answered =
                sightings.stream().filter(one -> one.what() != What.NO_ANSWER).count();
        if (answered == 0) {
            return State.NOT_SEEN;
        }
        return right * 3 >= answered * 2 ? State.OK : State.WAITING;
    }

    private static Optional<String> held(List<Sighting> sightings) {
        return sightings.stream()
                .map(Sighting::holds)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(Duration::toSeconds)
                .map(seconds -> "Such an answer is kept for up to " + seconds + " s more.");
    }
}

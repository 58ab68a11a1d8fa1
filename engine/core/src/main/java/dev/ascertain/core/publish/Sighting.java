package dev.ascertain.core.publish;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Server;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one server says of one record.
 *
 * @param found the other values at the name, or the target of the alias that is there
 * @param answer what it answered
 * @param holds how long a negative answer is kept; null if it is none, or does not say
 */
public record Sighting(
        Server server,
        What what,
        List<String> found,
        Answer answer,
        @Nullable Duration holds) {
    private static final int LONGEST_CHAIN = 8;

    /** What is there. */
    public enum What {
        RIGHT,
        /** The name is an alias, and what is behind it was not seen here. */
        ALIAS,
        /** Only other values. */
        OTHER,
        NONE,
        /** A name server answered without authority: something on the way answers for it. */
        NO_AUTHORITY,
        NO_ANSWER
    }

    public Sighting {
        found = List.copyOf(found);
    }

    /** At each address of each name server of the zone, and of those to which an alias leads. */
    public static List<Sighting> atSource(Wanted wanted, Evidence evidence) {
        var sightings = new LinkedHashSet<Sighting>();
        Wanted at = wanted;
        for (int hops = 0; hops < LONGEST_CHAIN; hops++) {
            List<Sighting> here = at(at, evidence);
            sightings.addAll(here);
            Optional<String> target = here.stream()
                    .filter(sighting -> sighting.what() == What.ALIAS)
                    .map(sighting -> sighting.found().getFirst())
                    .findFirst();
            if (target.isEmpty()) {
                break;
            }
            at = new Wanted(target.get(), wanted.type(), wanted.value());
        }
        return List.copyOf(sightings);
    }

    private static List<Sighting> at(Wanted wanted, Evidence evidence) {
        return evidence.answers(wanted.name(), wanted.type().name()).authoritative().stream()
                .map(answer -> answer.isConclusive() && !answer.authoritative()
                        ? of(answer, What.NO_AUTHORITY, List.of())
                        : of(wanted, answer))
                .toList();
    }

    /** At public resolvers. */
    public static List<Sighting> atResolvers(Wanted wanted, Evidence evidence) {
        return evidence.answers(wanted.name(), wanted.type().name()).resolvers().stream()
                .map(answer -> of(wanted, answer))
                .toList();
    }

    private static Sighting of(Wanted wanted, Answer answer) {
        if (!answer.isConclusive()) {
            return of(answer, What.NO_ANSWER, List.of());
        }
        List<String> values = data(answer, wanted.type().name());
        if (values.stream().anyMatch(wanted::isMetBy)) {
            return of(answer, What.RIGHT, List.of());
        }
        if (!values.isEmpty()) {
            return of(answer, What.OTHER, values);
        }
        List<String> aliases = data(answer, "CNAME");
        return aliases.isEmpty() ? of(answer, What.NONE, List.of()) : of(answer, What.ALIAS, aliases);
    }

    private static List<String> data(Answer answer, String type) {
        return answer.records().stream()
                .filter(record -> record.type().equals(type))
                .map(DnsRecord::data)
                .toList();
    }

    private static Sighting of(Answer answer, What what, List<String> found) {
        Duration holds = what == What.NONE ? answer.negativeFor().orElse(null) : null;
        return new Sighting(answer.server(), what, found, answer, holds);
    }

    /** What all that was seen of a record comes to: the source decides, resolvers only where it was not asked. */
    public static Presence presence(Wanted wanted, Evidence evidence) {
        Presence source = presenceAtSource(wanted, evidence);
        return source == Presence.UNKNOWN ? presence(atResolvers(wanted, evidence)) : source;
    }

    /** What the source says of it, and nobody else. */
    public static Presence presenceAtSource(Wanted wanted, Evidence evidence) {
        return presence(atSource(wanted, evidence));
    }

    private static Presence presence(List<Sighting> sightings) {
        long right = count(sightings, What.RIGHT);
        long wrong = count(sightings, What.OTHER) + count(sightings, What.NONE);
        if (right > 0) {
            return wrong > 0 ? Presence.PARTLY : Presence.PUBLISHED;
        }
        return wrong > 0 && count(sightings, What.ALIAS) == 0 ? Presence.MISSING : Presence.UNKNOWN;
    }

    private static long count(List<Sighting> sightings, What what) {
        return sightings.stream().filter(sighting -> sighting.what() == what).count();
    }
}

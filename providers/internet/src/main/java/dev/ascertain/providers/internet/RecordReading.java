package dev.ascertain.providers.internet;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.providers.internet.InternetTarget.Publication;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From what was seen in the DNS to the state of one record. Pure. */
final class RecordReading {
    private static final int MOST_SHOWN = 3;
    private static final int LONGEST_SHOWN = 100;

    private RecordReading() {}

    /** @throws ProviderException if nobody said anything: that is not the same as that there is nothing */
    static Observation observation(Publication wanted, Evidence evidence) {
        Sighting seen = Sighting.of(wanted, evidence);
        if (!seen.isCertain() && seen.resolvers().isEmpty()) {
            throw unasked(seen, evidence);
        }
        var live = new LiveVerification(
                wanted.name() + " " + wanted.type(),
                "",
                attributes(seen),
                status(seen),
                seen.isCertain() && !seen.isPublished() ? List.of(missing(seen)) : List.of(),
                challenges(wanted),
                List.of(),
                Schedule.UNKNOWN,
                Claim.ownership(wanted.name()));
        return new Observation(evidence.at(), List.of(live), List.of(), notices(seen));
    }

    private static ProviderException unasked(Sighting seen, Evidence evidence) {
        List<Answer> answers = Stream.concat(
                        seen.answers().authoritative().stream(), seen.answers().resolvers().stream())
                .toList();
        boolean stopped =
                !answers.isEmpty() && answers.stream().allMatch(answer -> answer.outcome() == Outcome.NOT_ASKED);
        String why = evidence.limits().isEmpty() ? "" : " " + evidence.limits().getFirst();
        return ProviderException.of(
                        stopped ? Kind.NOT_ASKED : Kind.UNAVAILABLE,
                        "Nobody on the Internet could be asked for %s: no name server of its zone, no public resolver.%s"
                                .formatted(seen.wanted().question(), why))
                .hint("See that port 53 is open to the outside (UDP and TCP), or name resolvers by https:// addresses"
                        + " in the setting resolvers; then run this again.")
                .build();
    }

    private static Map<String, Value> attributes(Sighting seen) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        attributes.put(
                RecordVerification.VALUES,
                Value.ofTexts(seen.values(seen.isCertain() ? seen.heard() : seen.resolvers())));
        if (seen.isCertain()) {
            attributes.put(RecordVerification.PUBLISHED, Value.of(seen.isPublished()));
        }
        seen.isVisible().ifPresent(visible -> attributes.put(RecordVerification.VISIBLE, Value.of(visible)));
        seen.ttl().ifPresent(seconds -> attributes.put(RecordVerification.TTL, Value.of(seconds)));
        seen.zone().ifPresent(zone -> {
            attributes.put(RecordVerification.ZONE, Value.of(zone.zone()));
            attributes.put(RecordVerification.NAME_SERVERS, Value.ofTexts(zone.nameServers()));
        });
        attributes.put(RecordVerification.OUT_OF_SYNC, Value.ofTexts(seen.outOfSync()));
        return attributes;
    }

    /** What resolvers alone say is neither: they may show what is gone, and hide what is new. */
    private static Status status(Sighting seen) {
        if (!seen.isCertain()) {
            return Status.UNKNOWN;
        }
        return seen.isPublished() ? Status.VERIFIED : Status.NEEDS_PROOF;
    }

    private static Obstacle missing(Sighting seen) {
        Publication wanted = seen.wanted();
        String value = wanted.value();
        String what = wanted.name() + " has no " + wanted.type() + " record";
        List<String> there = seen.values(seen.heard());
        String servers = seen.zone().map(Delegation::nameServers).filter(names -> !names.isEmpty()).stream()
                .map(names -> " at " + names.stream().limit(MOST_SHOWN).collect(Collectors.joining(", ")))
                .findFirst()
                .orElse("");
        return new Obstacle.ToChange(
                what + (value == null ? "" : " with the value " + quoted(value)) + words(seen, there),
                "publish %s %s%s%s"
                        .formatted(wanted.name(), wanted.type(), value == null ? "" : " " + quoted(value), servers));
    }

    private static String words(Sighting seen, List<String> there) {
        if (seen.isUndelegated()) {
            return ": there is no such zone.";
        }
        if (there.isEmpty()) {
            return ".";
        }
        String shown =
                there.stream().limit(MOST_SHOWN).map(RecordReading::quoted).collect(Collectors.joining(", "));
        int more = there.size() - MOST_SHOWN;
        return " at every name server. There is: " + shown + (more > 0 ? " and " + more + " more." : ".");
    }

    private static String quoted(String value) {
        String shown = value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
        return "\"" + shown + "\"";
    }

    /** Only where it is said what to publish, and there is a form for it. */
    private static List<Challenge> challenges(Publication wanted) {
        String value = wanted.value();
        if (value == null) {
            return List.of();
        }
        return switch (wanted.type()) {
            case "TXT" -> List.of(new Challenge.Txt(wanted.name(), value, null));
            case "CNAME" -> List.of(new Challenge.Cname(wanted.name(), HostName.of(value), null));
            default -> List.of();
        };
    }

    private static List<String> notices(Sighting seen) {
        return seen.isCertain()
                ? List.of()
                : List.of("No name server of the zone of %s could be asked, so it is not known whether it is published;"
                                .formatted(seen.wanted().name())
                        + " what public resolvers show is told.");
    }
}

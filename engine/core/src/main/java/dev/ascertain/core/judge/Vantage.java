package dev.ascertain.core.judge;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Endpoint;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Visit;
import java.util.stream.Stream;

/**
 * What was seen of the world, and from where it was looked. Many machines have no way out over IPv6, and some none at all:
 * that a connection failed says something of the other end only if somebody else was reached over the same protocol.
 *
 * @param evidence {@link Evidence#NONE} if nobody looked
 * @param ipv4 whether anybody was reached over IPv4
 * @param ipv6 whether anybody was reached over IPv6
 */
public record Vantage(Evidence evidence, boolean ipv4, boolean ipv6) {
    /** Nobody looked. */
    static final Vantage NONE = of(Evidence.NONE);

    /** Reads all of it: once for each look at the world, and not for each verification. */
    public static Vantage of(Evidence evidence) {
        return new Vantage(evidence, reaches(evidence, false), reaches(evidence, true));
    }

    private static boolean reaches(Evidence evidence, boolean ipv6) {
        return isAnsweredBy(evidence, ipv6) || isServedBy(evidence, ipv6);
    }

    private static boolean isAnsweredBy(Evidence evidence, boolean ipv6) {
        return evidence.answers().values().stream()
                .flatMap(answers -> Stream.concat(answers.authoritative().stream(), answers.resolvers().stream()))
                .filter(Answer::isConclusive)
                .map(Answer::server)
                .anyMatch(server -> !server.address().startsWith("https:") && server.isIpv6() == ipv6);
    }

    private static boolean isServedBy(Evidence evidence, boolean ipv6) {
        Stream<Boolean> visited = evidence.pages().values().stream()
                .flatMap(page -> page.visits().stream())
                .filter(visit -> visit.hops().getFirst().outcome() == Visit.Outcome.ANSWERED)
                .map(Visit::isIpv6);
        Stream<Boolean> shaken = evidence.endpoints().values().stream()
                .flatMap(endpoint -> endpoint.handshakes().stream())
                .filter(handshake -> handshake.outcome() == Endpoint.Outcome.SERVED)
                .map(Endpoint.Handshake::isIpv6);
        return Stream.concat(visited, shaken).anyMatch(overIpv6 -> overIpv6 == ipv6);
    }
}

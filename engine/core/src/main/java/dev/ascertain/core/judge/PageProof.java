package dev.ascertain.core.judge;

import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Page;
import dev.ascertain.evidence.Visit;
import dev.ascertain.spi.Challenge;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One file that is wanted, and how each address of its host serves it.
 *
 * @param file what is wanted
 * @param page what was seen of it
 */
record PageProof(Case the, Challenge.HttpFile file, Page page) {
    /** One for each file that was looked at; none where the proof is not what is waited for, or no file can be it. */
    static List<PageProof> of(Case the) {
        if (!the.awaitsProof() || isWildcard(the)) {
            return List.of();
        }
        return the.challenges(Challenge.HttpFile.class).stream()
                .distinct()
                .flatMap(file -> the.evidence().page(file.name()).stream().map(page -> new PageProof(the, file, page)))
                .toList();
    }

    /**
     * Whether nothing but a file is to prove a certificate for a wildcard, which no authority accepts (CA/Browser Forum,
     * Baseline Requirements 3.2.2.4.18 and .19).
     */
    static boolean isWildcard(Case the) {
        return the.awaitsProof()
                && the.claim().certificate()
                && Names.isWildcard(the.claim().host())
                && !the.live().challenges().isEmpty()
                && the.live().challenges().stream().allMatch(Challenge.HttpFile.class::isInstance);
    }

    /** The addresses at which it ended so, in the order of the visits. */
    List<Visit> ended(VisitEnd end) {
        return visits(visit -> end(visit) == end);
    }

    VisitEnd end(Visit visit) {
        return isBeyondReach(visit) ? VisitEnd.UNKNOWN : VisitEnd.of(visit, file.value());
    }

    /** Led to another host, whose first address may be one of IPv6, by a machine that may have none. */
    private boolean isBeyondReach(Visit visit) {
        boolean unanswered = switch (visit.last().outcome()) {
            case NO_CONNECTION, SILENT -> true;
            case ANSWERED, MALFORMED, FORBIDDEN_ADDRESS, BAD_REDIRECT, NO_ADDRESS, NOT_ASKED -> false;
        };
        return unanswered
                && visit.hops().size() > 1
                && !host(visit.last().url()).equals(host())
                && !the.vantage().ipv6();
    }

    /**
     * Those that ended so and that an authority may meet: not an IPv6 address beside IPv4 addresses that are all right,
     * which is a fault of its own.
     */
    List<Visit> met(VisitEnd end) {
        return visits(visit -> end(visit) == end && !isDifferentIpv6(visit));
    }

    /** The IPv6 addresses that answer, and not as the IPv4 addresses do, which are right. */
    List<Visit> differentIpv6() {
        return visits(this::isDifferentIpv6);
    }

    private boolean isDifferentIpv6(Visit visit) {
        boolean differs = switch (end(visit)) {
            case OTHER, CHALLENGED, ASTRAY -> true;
            case RIGHT, NOWHERE, DEAD, UNKNOWN -> false;
        };
        return differs && visit.isIpv6() && isRightOverIpv4();
    }

    boolean isRightOverIpv4() {
        List<Visit> visits = visits(visit -> !visit.isIpv6() && end(visit) != VisitEnd.NOWHERE);
        return !visits.isEmpty() && visits.stream().allMatch(visit -> end(visit) == VisitEnd.RIGHT);
    }

    /** The IPv6 addresses that are dead, and it is not this machine that has no IPv6. */
    List<Visit> deadIpv6() {
        List<Visit> dead = visits(visit -> visit.isIpv6() && end(visit) == VisitEnd.DEAD);
        return dead.isEmpty() || !the.vantage().ipv6() ? List.of() : dead;
    }

    /**
     * The dead addresses that an authority comes to: IPv4 ones unless IPv6 is right, which is asked first; IPv6 ones
     * unless it can fall back.
     */
    List<Visit> deadEnds() {
        boolean rightOverIpv6 =
                page.visits().stream().anyMatch(visit -> visit.isIpv6() && end(visit) == VisitEnd.RIGHT);
        List<Visit> four = rightOverIpv6 ? List.of() : visits(visit -> !visit.isIpv6() && end(visit) == VisitEnd.DEAD);
        boolean meant = !four.isEmpty() && the.vantage().ipv4();
        return Stream.concat(
                        isRightOverIpv4() ? Stream.empty() : deadIpv6().stream(),
                        meant ? four.stream() : Stream.empty())
                .toList();
    }

    /**
     * Whether the file is reached over IPv4 by a redirect to the same host: there an authority begins with IPv6 again, and
     * falls back no more. Another host has addresses of its own.
     */
    Optional<Visit> redirectedToItself() {
        return page.visits().stream()
                .filter(visit -> end(visit) == VisitEnd.RIGHT && !visit.isIpv6())
                .filter(visit -> visit.hops().stream()
                        .skip(1)
                        .anyMatch(hop -> host(hop.url()).equals(host())))
                .findFirst();
    }

    /** Whether its host surely has no address: those who decide say so of both kinds. */
    boolean isWithoutAddress() {
        return page.visits().isEmpty()
                && Stream.of("A", "AAAA")
                        .allMatch(type ->
                                Published.of(the.evidence(), host(), type).isAbsent());
    }

    private List<Visit> visits(Predicate<Visit> which) {
        return page.visits().stream().filter(which).toList();
    }

    String host() {
        return host(file.name());
    }

    /** Between the scheme and the path, without the port. Pure text: what is no address gives some name or none. */
    static String host(String url) {
        String authority = rest(url).split("[/?#]", 2)[0];
        return Names.canonical(authority.split(":", 2)[0]);
    }

    /** From the host on, such as {@code /.well-known/acme-challenge/token}. */
    String path() {
        String rest = rest(file.name());
        int slash = rest.indexOf('/');
        return slash < 0 ? "/" : rest.substring(slash);
    }

    private static String rest(String url) {
        int scheme = url.indexOf("://");
        return scheme < 0 ? url : url.substring(scheme + 3);
    }
}

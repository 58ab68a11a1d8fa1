package dev.ascertain.core.judge;

import dev.ascertain.evidence.Visit;
import dev.ascertain.evidence.Visit.Hop;
import java.util.Set;

/** How a visit to one address ended, by what an authority makes of it. */
enum VisitEnd {
    /** With the wanted content. */
    RIGHT,
    /** With another status or another content. */
    OTHER,
    /** With what stands before the content: a login, a bot check, a maintenance page. */
    CHALLENGED,
    /** At a redirect that is not followed, or that leads to where nobody answers. */
    ASTRAY,
    /** At a host without an address, or with one that is not public. */
    NOWHERE,
    /** The address itself does not answer. */
    DEAD,
    /** It was not visited. */
    UNKNOWN;

    private static final int OK = 200;
    private static final Set<Integer> GUARDED = Set.of(401, 403, 503);

    /** @param content as the provider gave it */
    static VisitEnd of(Visit visit, String content) {
        Hop last = visit.last();
        return switch (last.outcome()) {
            case ANSWERED -> visit.serves(content) ? RIGHT : answered(last);
            case BAD_REDIRECT -> ASTRAY;
            case NO_ADDRESS, FORBIDDEN_ADDRESS -> NOWHERE;
            case NO_CONNECTION, SILENT -> visit.hops().size() > 1 ? ASTRAY : DEAD;
            case MALFORMED -> OTHER;
            case NOT_ASKED -> UNKNOWN;
        };
    }

    /** A page of HTML with status 200 is a bot check, a parking page or an application that answers everything. */
    private static VisitEnd answered(Hop hop) {
        boolean page = hop.status() == OK && "text/html".equals(hop.contentType());
        return hop.challenged() || GUARDED.contains(hop.status()) || page ? CHALLENGED : OTHER;
    }
}

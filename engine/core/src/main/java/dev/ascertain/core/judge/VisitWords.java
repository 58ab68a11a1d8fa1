package dev.ascertain.core.judge;

import dev.ascertain.evidence.Visit;
import dev.ascertain.evidence.Visit.Hop;
import java.util.Set;

/** What one address made of a visit, in words that fit behind "it". */
final class VisitWords {
    private static final int MOST_REDIRECTS = 10;
    private static final Set<Integer> FOLLOWED = Set.of(301, 302, 307, 308);

    private VisitWords() {}

    static String said(Visit visit) {
        Hop last = visit.last();
        String where = visit.hops().size() > 1 ? " (redirected to " + TxtValue.shortened(last.url()) + ")" : "";
        return switch (last.outcome()) {
            case ANSWERED -> answered(last) + where;
            case NO_CONNECTION -> "does not connect" + where;
            case SILENT -> "does not answer in time" + where;
            case MALFORMED -> "answers with something that is not HTTP" + where;
            case BAD_REDIRECT -> astray(visit, last);
            case NO_ADDRESS, FORBIDDEN_ADDRESS -> "leads to no public address" + where;
            case NOT_ASKED -> "was not visited";
        };
    }

    private static String answered(Hop hop) {
        String guard = hop.challenged() ? " and a challenge for browsers" : "";
        boolean html = "text/html".equals(hop.contentType());
        if (hop.status() != 200) {
            return "answers %d%s".formatted(hop.status(), guard);
        }
        if (html || !guard.isEmpty()) {
            return "answers with a page of HTML" + guard;
        }
        return hop.body().isEmpty()
                ? "answers with an empty body"
                : "answers with another content, " + TxtValue.shown(hop.body());
    }

    /** The last hop is the target that is not followed; the one before says how it is led there. */
    private static String astray(Visit visit, Hop last) {
        String target = TxtValue.shortened(last.url());
        int redirects = visit.hops().size() - 1;
        int status = redirects > 0 ? visit.hops().get(redirects - 1).status() : 0;
        if (redirects > MOST_REDIRECTS) {
            return "redirects more than %d times".formatted(MOST_REDIRECTS);
        }
        if (status != 0 && !FOLLOWED.contains(status)) {
            return "redirects to %s with status %d".formatted(target, status);
        }
        boolean circle =
                visit.hops().stream().limit(redirects).anyMatch(hop -> hop.url().equals(last.url()));
        return circle
                ? "redirects in a circle, back to %s".formatted(target)
                : "redirects to %s, which is not http or https to a host name on port 80 or 443".formatted(target);
    }
}

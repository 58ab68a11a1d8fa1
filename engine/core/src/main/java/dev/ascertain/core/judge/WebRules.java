package dev.ascertain.core.judge;

import dev.ascertain.evidence.Visit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Phase E, third part: files. An address that does not answer from here is blamed only if others of its kind answer (see
 * {@link Vantage}). A wrong answer at one address is enough to block, since nobody knows which one an authority takes.
 *
 * @see <a href="https://letsencrypt.org/docs/ipv6-support/">Let's Encrypt: IPv6 first, one fallback, none after a
 *     redirect</a>
 */
final class WebRules {
    private static final String WELL_KNOWN = "/.well-known/";

    static final Rule WILDCARD = new Rule("E16", PageProof::isWildcard, WebRules::wildcard);

    static final List<Rule> ALL = List.of(
            WILDCARD,
            row("E17", Verdict.BLOCKED, Code.NO_ADDRESS, WebRules::noAddress),
            row("E18", Verdict.BLOCKED, Code.IPV6_DIFFERS, WebRules::ipv6Differs),
            row("E19", Verdict.WARNING, Code.IPV6_DEAD, WebRules::ipv6Dead),
            row("E20", Verdict.BLOCKED, Code.IPV6_REDIRECT, WebRules::ipv6Redirect),
            row("E21", Verdict.BLOCKED, Code.TOKEN_NOT_SERVED, WebRules::notServed),
            row("E22", Verdict.BLOCKED, Code.CHALLENGED, WebRules::challenged),
            row("E23", Verdict.BLOCKED, Code.BAD_REDIRECT, WebRules::badRedirect));

    private WebRules() {}

    private static Rule row(String id, Verdict verdict, Code code, Function<PageProof, Optional<Complaint>> complaint) {
        return new Rule(
                id,
                the -> Complaint.finding(
                        id, verdict, code, complaints(the, complaint).toList()));
    }

    private static Stream<Complaint> complaints(Case the, Function<PageProof, Optional<Complaint>> complaint) {
        return PageProof.of(the).stream().flatMap(proof -> complaint.apply(proof).stream());
    }

    private static Finding wildcard(Case the) {
        return Finding.of(
                "E16",
                Verdict.BLOCKED,
                Code.HTTP_WILDCARD,
                "A file proves nothing for the wildcard %s: authorities accept only a DNS record for it."
                        .formatted(the.claim().host()),
                "change the validation method of %s to txt at %s"
                        .formatted(the.claim().host(), the.vendor()),
                Party.YOU);
    }

    private static Optional<Complaint> noAddress(PageProof proof) {
        String host = proof.host();
        if (proof.isWithoutAddress()) {
            return Optional.of(new Complaint(
                    "%s has no address, so nobody can fetch %s from it".formatted(host, proof.path()),
                    "add an A record %s with the address of the server that holds the file, at %s"
                            .formatted(host, Wording.host(proof.the().evidence().zoneOf(host)))));
        }
        List<Visit> nowhere = proof.ended(VisitEnd.NOWHERE);
        Optional<Visit> redirected =
                nowhere.stream().filter(visit -> visit.hops().size() > 1).findFirst();
        if (redirected.isPresent()) {
            return redirected.map(visit -> redirectedNowhere(proof, visit));
        }
        boolean all =
                !nowhere.isEmpty() && nowhere.size() == proof.page().visits().size();
        return all ? Optional.of(reserved(proof, nowhere)) : Optional.empty();
    }

    private static Complaint redirectedNowhere(PageProof proof, Visit visit) {
        String host = PageProof.host(visit.last().url());
        String what = visit.last().outcome() == Visit.Outcome.NO_ADDRESS
                ? "has no address"
                : "has an address that is not public";
        return new Complaint(
                "%s redirects to %s, which %s".formatted(proof.file().name(), host, what),
                "exempt %s from the redirect, or give %s a public address".formatted(exempt(proof), host));
    }

    private static Complaint reserved(PageProof proof, List<Visit> visits) {
        return new Complaint(
                "%s has no public address, only %s: an authority cannot come there"
                        .formatted(proof.host(), addresses(visits)),
                "give %s the public address of the server that holds the file (in a private network of your own, set"
                                .formatted(proof.host())
                        + " private_addresses to allow)");
    }

    private static Optional<Complaint> ipv6Differs(PageProof proof) {
        List<Visit> different = proof.differentIpv6();
        if (different.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Complaint(
                "%s is right over IPv4, but over IPv6, which authorities ask first, %s"
                        .formatted(proof.file().name(), answers(different)),
                "serve the file at %s too, or remove that AAAA record of %s"
                        .formatted(addresses(different), proof.host())));
    }

    private static Optional<Complaint> ipv6Dead(PageProof proof) {
        List<Visit> dead = proof.isRightOverIpv4() ? proof.deadIpv6() : List.of();
        if (dead.isEmpty() || proof.redirectedToItself().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Complaint(
                "%s of %s does not answer; authorities that ask IPv6 first have to fall back to IPv4"
                        .formatted(addresses(dead), proof.host()),
                repair(proof, dead)));
    }

    private static Optional<Complaint> ipv6Redirect(PageProof proof) {
        List<Visit> dead = proof.isRightOverIpv4() ? proof.deadIpv6() : List.of();
        return dead.isEmpty()
                ? Optional.empty()
                : proof.redirectedToItself()
                        .map(visit -> new Complaint(
                                "%s of %s does not answer, and %s redirects to %s: after a redirect authorities do not"
                                                .formatted(
                                                        addresses(dead),
                                                        proof.host(),
                                                        proof.file().name(),
                                                        visit.hops().get(1).url())
                                        + " fall back to IPv4",
                                "%s; or exempt %s from the redirect".formatted(repair(proof, dead), exempt(proof))));
    }

    private static String repair(PageProof proof, List<Visit> dead) {
        return "make %s answer on port 80, or remove that AAAA record of %s".formatted(addresses(dead), proof.host());
    }

    private static Optional<Complaint> notServed(PageProof proof) {
        List<Visit> visits = Stream.concat(proof.met(VisitEnd.OTHER).stream(), proof.deadEnds().stream())
                .toList();
        if (visits.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Complaint(
                "%s does not give what is wanted: %s".formatted(proof.file().name(), answers(visits)),
                "serve the file %s with the content \"%s\" and nothing else, over HTTP on port 80, at %s"
                        .formatted(proof.path(), proof.file().value().stripTrailing(), addresses(visits))));
    }

    private static Optional<Complaint> challenged(PageProof proof) {
        List<Visit> visits = proof.met(VisitEnd.CHALLENGED);
        if (visits.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Complaint(
                "Something stands before %s: %s".formatted(proof.file().name(), answers(visits)),
                "exempt %s on %s from logins, bot checks, firewalls and catch-all pages, and serve the file there"
                        .formatted(
                                exempt(proof),
                                PageProof.host(visits.getFirst().last().url()))));
    }

    private static Optional<Complaint> badRedirect(PageProof proof) {
        List<Visit> visits = proof.met(VisitEnd.ASTRAY);
        if (visits.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Complaint(
                "%s redirects to where no authority follows: %s"
                        .formatted(proof.file().name(), answers(visits)),
                "exempt %s on %s from redirects, and serve the file there".formatted(exempt(proof), proof.host())));
    }

    /** The folder that is made for this, or else the file alone. */
    private static String exempt(PageProof proof) {
        return proof.path().startsWith(WELL_KNOWN) ? WELL_KNOWN : proof.path();
    }

    private static String addresses(List<Visit> visits) {
        return Wording.listed(visits.stream().map(Visit::address).toList());
    }

    /** What each address says, those that say the same together: {@code at 192.0.2.80 and 192.0.2.81 it answers 404}. */
    private static String answers(List<Visit> visits) {
        return visits.stream()
                .map(VisitWords::said)
                .distinct()
                .map(said -> {
                    List<Visit> saying = visits.stream()
                            .filter(visit -> VisitWords.said(visit).equals(said))
                            .toList();
                    return "at %s it %s".formatted(addresses(saying), said);
                })
                .collect(Collectors.joining("; "));
    }
}

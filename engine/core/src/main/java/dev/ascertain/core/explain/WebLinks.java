package dev.ascertain.core.explain;

import dev.ascertain.core.explain.Link.State;
import dev.ascertain.core.publish.Visited;
import dev.ascertain.evidence.Endpoint;
import dev.ascertain.evidence.Endpoint.Certificate;
import dev.ascertain.evidence.Endpoint.Handshake;
import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Page;
import dev.ascertain.evidence.Visit;
import dev.ascertain.spi.Challenge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is served over the web: the file that proves it, and the certificate that comes of it. */
final class WebLinks {
    private WebLinks() {}

    static Seen file(Matter the) {
        List<Challenge.HttpFile> files = the.files();
        if (files.isEmpty()) {
            return Seen.of(State.NOT_NEEDED, "No file is asked for.");
        }
        List<Seen> each = files.stream().map(file -> file(file, the)).toList();
        State state = DelegationLinks.worst(each.stream().map(Seen::state));
        return new Seen(
                the.isMet() && state == State.BROKEN ? State.NOT_NEEDED : state,
                each.stream().flatMap(seen -> seen.facts().stream()).toList());
    }

    private static Seen file(Challenge.HttpFile file, Matter the) {
        List<Visit> visits = the.evidence().page(file.name()).map(Page::visits).orElse(List.of());
        if (visits.isEmpty()) {
            return Seen.of(State.NOT_SEEN, file.name() + " was not visited.");
        }
        boolean wrong = visits.stream().anyMatch(visit -> Visited.isWrong(visit, file.value()));
        boolean right = visits.stream().anyMatch(visit -> visit.serves(file.value()));
        var facts = new ArrayList<String>();
        facts.add(file.name() + ":");
        visits.forEach(visit -> facts.add(visit.address() + " " + said(visit, file.value()) + "."));
        return new Seen(wrong ? State.BROKEN : right ? State.OK : State.NOT_SEEN, facts);
    }

    private static String said(Visit visit, String content) {
        Visit.Hop last = visit.last();
        boolean redirected = visit.hops().size() > 1;
        if (redirected && last.outcome() == Visit.Outcome.BAD_REDIRECT) {
            return "redirects to %s, where a certificate authority does not follow".formatted(last.url());
        }
        return (redirected ? "redirects to " + last.url() + ", which " : "")
                + switch (last.outcome()) {
                    case ANSWERED ->
                        visit.serves(content)
                                ? "serves the right content"
                                : "answers %d, not the right content".formatted(last.status());
                    case NO_CONNECTION -> "takes no connection";
                    case SILENT -> "is silent";
                    case MALFORMED -> "answers with something that is no HTTP";
                    case FORBIDDEN_ADDRESS -> "is a private address, which is not visited";
                    case BAD_REDIRECT -> "redirects where a certificate authority does not follow";
                    case NO_ADDRESS -> "has no address";
                    case NOT_ASKED -> "was not asked";
                };
    }

    static Seen certificate(Matter the) {
        if (the.isOfCertificate()) {
            return itself(the);
        }
        String host = Names.withoutWildcard(the.claim().host());
        if (!the.claim().certificate() || host.isEmpty()) {
            return Seen.of(State.NOT_NEEDED, "No certificate comes of it.");
        }
        Optional<Endpoint> endpoint = the.evidence().endpoints(host).stream().findFirst();
        if (endpoint.isEmpty()) {
            return the.isMet()
                    ? Seen.of(State.NOT_SEEN, "Nobody looked at what is served.")
                    : Seen.of(State.NOT_NEEDED, "What is served is looked at once it is verified.");
        }
        var facts = new ArrayList<String>();
        boolean served = false;
        for (Handshake handshake : endpoint.get().handshakes()) {
            facts.add(handshake.address() + " " + said(handshake) + ".");
            served |= handshake.outcome() == Endpoint.Outcome.SERVED;
        }
        return new Seen(served ? State.OK : State.NOT_SEEN, facts);
    }

    private static Seen itself(Matter the) {
        return Seen.of(
                the.isMet() ? State.OK : State.WAITING,
                "The certificate that is served is itself what is verified; it is good until %s."
                        .formatted(the.change().schedule().notAfter()));
    }

    private static String said(Handshake handshake) {
        return switch (handshake.outcome()) {
            case SERVED -> said(handshake.certificate());
            case NO_CONNECTION -> "takes no connection";
            case SILENT -> "is silent";
            case NO_TLS -> "speaks no TLS";
            case FORBIDDEN_ADDRESS -> "is a private address, which is not connected to";
            case NOT_ASKED -> "was not asked";
        };
    }

    private static String said(@Nullable Certificate certificate) {
        if (certificate == null) {
            return "serves a certificate";
        }
        String doubt = certificate.fault() == null ? "" : "; " + certificate.fault();
        return "serves a certificate for %s, issued by %s, good until %s%s"
                .formatted(Words.and(certificate.names()), certificate.issuer(), certificate.notAfter(), doubt);
    }
}

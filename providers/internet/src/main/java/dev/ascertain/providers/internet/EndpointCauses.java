package dev.ascertain.providers.internet;

import dev.ascertain.evidence.Endpoint;
import dev.ascertain.evidence.Endpoint.Certificate;
import dev.ascertain.evidence.Endpoint.Handshake;
import dev.ascertain.evidence.Endpoint.Outcome;
import dev.ascertain.spi.Obstacle;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why an attribute of what is served may not be as expected, and what to do then: one cause for each of them, so that
 * nobody is told of trust who only asks how long a certificate lasts. Pure.
 *
 * @param at when it was looked at
 */
record EndpointCauses(Endpoint endpoint, Instant at) {
    static final String NO_TLS = "it speaks no TLS, or refuses the handshake";

    private static final int MOST_SHOWN = 3;
    private static final String EXPECT_OTHERWISE = "change what the manifest expects";
    private static final String SERVE_EXPECTED = "serve the expected one there, or " + EXPECT_OTHERWISE;

    /**
     * @param shown null if no address serves a certificate: then that is the cause of all
     * @param fault why a client refuses it; null if it does not
     * @param consistent whether every address that answers serves the same one
     */
    List<Obstacle> of(@Nullable Certificate shown, @Nullable String fault, boolean consistent) {
        if (shown == null) {
            return List.of(new Obstacle.ToChange(
                    where() + " serves no certificate: " + NO_TLS + ".",
                    "serve a certificate for " + endpoint.name() + " there"));
        }
        return Stream.of(
                        Stream.of(trust(fault)),
                        ofCertificate(shown),
                        Stream.of(
                                sameness(consistent),
                                cause(addresses(), SERVE_EXPECTED, EndpointVerification.ADDRESSES)))
                .flatMap(causes -> causes)
                .toList();
    }

    private Obstacle trust(@Nullable String fault) {
        if (fault == null) {
            return cause(
                    where() + " serves a certificate that clients accept.",
                    EXPECT_OTHERWISE,
                    EndpointVerification.TRUSTED,
                    EndpointVerification.FAULT);
        }
        if (fault.equals(NO_TLS)) {
            return cause(
                    "%s serves no certificate at %s: %s.".formatted(where(), shown(silent()), fault),
                    "serve a certificate for " + endpoint.name() + " there",
                    EndpointVerification.TRUSTED,
                    EndpointVerification.FAULT,
                    EndpointVerification.CONSISTENT,
                    EndpointVerification.ADDRESSES);
        }
        return cause(
                where() + " serves a certificate that clients refuse: " + fault + ".",
                "serve one for " + endpoint.name() + " that clients accept",
                EndpointVerification.TRUSTED,
                EndpointVerification.FAULT);
    }

    private Stream<Obstacle> ofCertificate(Certificate shown) {
        String ends = shown.notAfter().isBefore(at) ? "ended " : "ends ";
        return Stream.of(
                serves(
                        "that " + ends + shown.notAfter(),
                        "renew it, and serve the new one there",
                        EndpointVerification.NOT_AFTER),
                other("that is valid from " + shown.notBefore() + " on", EndpointVerification.NOT_BEFORE),
                serves(
                        "for " + shown(shown.names()),
                        "serve one there that is valid for the expected names",
                        EndpointVerification.NAMES),
                other("for the subject " + shown.subject(), EndpointVerification.SUBJECT),
                other("issued by " + shown.issuer(), EndpointVerification.ISSUER),
                other("signed with " + shown.signature(), EndpointVerification.SIGNATURE),
                other("with the serial number " + shown.serial(), EndpointVerification.SERIAL),
                other("with the fingerprint " + shown.fingerprint(), EndpointVerification.FINGERPRINT));
    }

    private Obstacle sameness(boolean consistent) {
        return consistent
                ? cause(
                        "Every address of " + where() + " that answers serves the same certificate.",
                        EXPECT_OTHERWISE,
                        EndpointVerification.CONSISTENT)
                : cause(
                        "The addresses of " + where() + " do not all serve the same certificate.",
                        "serve the same one at every address",
                        EndpointVerification.CONSISTENT);
    }

    private String addresses() {
        return where() + " serves a certificate at "
                + shown(addresses(handshake -> handshake.outcome() == Outcome.SERVED)) + ".";
    }

    private List<String> silent() {
        return addresses(handshake -> handshake.certificate() == null
                && (handshake.outcome() == Outcome.SERVED || handshake.outcome() == Outcome.NO_TLS));
    }

    private List<String> addresses(Predicate<Handshake> which) {
        return endpoint.handshakes().stream()
                .filter(which)
                .map(Handshake::address)
                .toList();
    }

    private Obstacle other(String which, String attribute) {
        return serves(which, SERVE_EXPECTED, attribute);
    }

    private Obstacle serves(String which, String next, String attribute) {
        return cause(where() + " serves a certificate " + which + ".", next, attribute);
    }

    private static Obstacle cause(String words, String next, String... about) {
        return new Obstacle.ToChange(Set.of(about), words, next);
    }

    private String where() {
        return endpoint.name() + ":" + endpoint.port();
    }

    /** Of many only the first ones, and how many more there are; the attribute itself has them all. */
    private static String shown(Collection<String> values) {
        String first = values.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
        int more = values.size() - MOST_SHOWN;
        return values.isEmpty() ? "no name" : first + (more > 0 ? " and " + more + " more" : "");
    }
}

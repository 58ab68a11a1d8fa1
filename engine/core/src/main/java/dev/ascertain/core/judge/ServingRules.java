package dev.ascertain.core.judge;

import dev.ascertain.evidence.Endpoint;
import dev.ascertain.evidence.Endpoint.Certificate;
import dev.ascertain.evidence.Endpoint.Handshake;
import dev.ascertain.evidence.Names;
import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the world says of a verification that the provider calls verified: is it served, and will it last? */
final class ServingRules {
    /** How long a new certificate may take to reach every edge. */
    private static final Duration DEPLOYING = Duration.ofHours(1);

    /** Certificates of one order may differ by minutes; an older one differs by weeks. */
    private static final Duration SAME = Duration.ofHours(24);

    static final List<Rule> ALL = List.of(
            new Rule("B2", the -> another(the).map(handshake -> notServing(the, handshake))),
            new Rule("F9", the -> gone(the).map(ServingRules::willNotRenew)),
            new Rule("F10", the -> leftover(the).map(ServingRules::orphanToken)));

    private ServingRules() {}

    private static Optional<Handshake> another(Case the) {
        if (!the.is(Status.VERIFIED) || !the.claim().certificate()) {
            return Optional.empty();
        }
        return the.evidence().endpoints(the.claim().host()).stream()
                .map(Endpoint::handshakes)
                .flatMap(List::stream)
                .filter(handshake -> handshake.certificate() != null && differs(the, handshake.certificate()))
                .findFirst();
    }

    private static boolean differs(Case the, Certificate served) {
        Instant end = the.live().schedule().notAfter();
        boolean older = end != null && served.notAfter().plus(SAME).isBefore(end);
        return older || !covers(served, the.claim().host());
    }

    private static boolean covers(Certificate certificate, String host) {
        return certificate.names().stream().anyMatch(name -> Names.covers(name, host));
    }

    private static Finding notServing(Case the, Handshake handshake) {
        Certificate served = Objects.requireNonNull(handshake.certificate());
        boolean fresh = !the.olderThan(DEPLOYING) && the.live().schedule().created() != null;
        return Finding.of(
                "B2",
                fresh ? Verdict.CONVERGING : Verdict.BLOCKED,
                Code.NOT_SERVING,
                "%s is verified, but %s serves another certificate: by %s, until %s."
                        .formatted(the.claim().host(), handshake.address(), served.issuer(), served.notAfter()),
                fresh
                        ? null
                        : "see that %s points at %s and is proxied there"
                                .formatted(the.claim().host(), the.vendor()),
                fresh ? Party.PROVIDER : Party.YOU);
    }

    private static Stream<Challenge.Cname> lasting(Case the) {
        return the.is(Status.VERIFIED) ? the.challenges(Challenge.Cname.class).stream() : Stream.empty();
    }

    private static Optional<Challenge.Cname> gone(Case the) {
        return lasting(the)
                .filter(cname -> AtSource.of(cname, the.evidence()) == AtSource.WRONG)
                .filter(cname -> CnameProof.of(the, cname).state() != CnameState.RIGHT)
                .findFirst();
    }

    private static Finding willNotRenew(Challenge.Cname cname) {
        return Finding.of(
                "F9",
                Verdict.WARNING,
                Code.WILL_NOT_RENEW,
                "It is verified, but the CNAME by which it was is gone from %s: the next renewal will fail."
                        .formatted(cname.name()),
                "put it back: %s CNAME %s".formatted(cname.name(), cname.value()),
                Party.YOU);
    }

    /** Only for certificates: what proves the ownership of a domain may have to stay. */
    private static Optional<Challenge.Txt> leftover(Case the) {
        return the.is(Status.VERIFIED) && the.claim().certificate()
                ? the.challenges(Challenge.Txt.class).stream()
                        .filter(txt -> AtSource.of(txt, the.evidence()) == AtSource.RIGHT)
                        .findFirst()
                : Optional.empty();
    }

    private static Finding orphanToken(Challenge.Txt txt) {
        return Finding.of(
                "F10",
                Verdict.INFO,
                Code.ORPHAN_TOKEN,
                "It is verified; the TXT record at %s has done its work.".formatted(txt.name()),
                "remove it if you like",
                Party.YOU);
    }
}

package dev.ascertain.providers.internet;

import dev.ascertain.evidence.Endpoint;
import dev.ascertain.evidence.Endpoint.Certificate;
import dev.ascertain.evidence.Endpoint.Handshake;
import dev.ascertain.evidence.Endpoint.Outcome;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.Schedule;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the handshakes with a host to the state of what it serves. Pure. */
final class EndpointReading {
    private EndpointReading() {}

    /** @throws ProviderException if no address answered: that says nothing of what is served */
    static Observation observation(Endpoint endpoint, Instant at) {
        if (answered(endpoint).findAny().isEmpty()) {
            throw unanswered(endpoint);
        }
        Optional<Certificate> shown = shown(endpoint);
        String fault = fault(endpoint, shown.orElse(null));
        var live = new LiveVerification(
                described(endpoint),
                "",
                attributes(endpoint, shown.orElse(null), fault),
                fault == null ? Status.VERIFIED : Status.NEEDS_PROOF,
                new EndpointCauses(endpoint, at).of(shown.orElse(null), fault, isConsistent(endpoint)),
                List.of(),
                List.of(),
                new Schedule(
                        null, null, null, null, shown.map(Certificate::notAfter).orElse(null), false),
                Claim.ownership(endpoint.name()));
        return new Observation(at, List.of(live), List.of(), List.of());
    }

    private static String described(Endpoint endpoint) {
        return endpoint.name() + ":" + endpoint.port();
    }

    /** An address that does not answer may be one that cannot be reached from here, such as IPv6. */
    private static Stream<Handshake> answered(Endpoint endpoint) {
        return endpoint.handshakes().stream()
                .filter(handshake -> handshake.outcome() == Outcome.SERVED || handshake.outcome() == Outcome.NO_TLS);
    }

    private static Stream<Certificate> certificates(Endpoint endpoint) {
        return endpoint.handshakes().stream().map(Handshake::certificate).filter(Objects::nonNull);
    }

    private static Optional<Certificate> shown(Endpoint endpoint) {
        return certificates(endpoint)
                .min(Comparator.comparing((Certificate certificate) -> certificate.fault() == null)
                        .thenComparing(Certificate::notAfter));
    }

    private static @Nullable String fault(Endpoint endpoint, @Nullable Certificate shown) {
        if (shown != null && shown.fault() != null) {
            return shown.fault();
        }
        boolean silent = answered(endpoint).anyMatch(handshake -> handshake.certificate() == null);
        return silent ? EndpointCauses.NO_TLS : null;
    }

    private static Map<String, Value> attributes(
            Endpoint endpoint, @Nullable Certificate shown, @Nullable String fault) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        if (shown != null) {
            attributes.put(EndpointVerification.SUBJECT, Value.of(shown.subject()));
            attributes.put(EndpointVerification.NAMES, Value.ofTexts(shown.names()));
            attributes.put(EndpointVerification.ISSUER, Value.of(shown.issuer()));
            attributes.put(EndpointVerification.NOT_BEFORE, Value.of(shown.notBefore()));
            attributes.put(EndpointVerification.NOT_AFTER, Value.of(shown.notAfter()));
            attributes.put(EndpointVerification.SIGNATURE, Value.of(shown.signature()));
            attributes.put(EndpointVerification.SERIAL, Value.of(shown.serial()));
            attributes.put(EndpointVerification.FINGERPRINT, Value.of(shown.fingerprint()));
        }
        attributes.put(EndpointVerification.TRUSTED, Value.of(fault == null));
        if (fault != null) {
            attributes.put(EndpointVerification.FAULT, Value.of(fault));
        }
        attributes.put(EndpointVerification.CONSISTENT, Value.of(isConsistent(endpoint)));
        attributes.put(EndpointVerification.ADDRESSES, Value.ofTexts(serving(endpoint)));
        return attributes;
    }

    private static boolean isConsistent(Endpoint endpoint) {
        return certificates(endpoint).map(Certificate::fingerprint).distinct().count() == 1
                && answered(endpoint).allMatch(handshake -> handshake.certificate() != null);
    }

    private static List<String> serving(Endpoint endpoint) {
        return endpoint.handshakes().stream()
                .filter(handshake -> handshake.outcome() == Outcome.SERVED)
                .map(Handshake::address)
                .toList();
    }

    private static ProviderException unanswered(Endpoint endpoint) {
        if (endpoint.handshakes().isEmpty()) {
            return failure(
                    Kind.UNAVAILABLE,
                    "The Internet shows no address of " + endpoint.name() + ".",
                    "See that the name is right and has an A or AAAA record, and that name servers can be asked from"
                            + " here.");
        }
        if (all(endpoint, Outcome.NOT_ASKED)) {
            return failure(Kind.NOT_ASKED, "The run was stopped before the Internet was looked at.", "Run this again.");
        }
        if (all(endpoint, Outcome.FORBIDDEN_ADDRESS)) {
            return failure(
                    Kind.REJECTED,
                    "%s is at a special address (%s), and those are not connected to."
                            .formatted(
                                    endpoint.name(),
                                    endpoint.handshakes().getFirst().address()),
                    "If it is meant to be inside of a private network, set private_addresses: allow for the account"
                            + " internet.");
        }
        String why = endpoint.handshakes().stream()
                .map(handshake -> handshake.address() + " " + words(handshake.outcome()))
                .collect(Collectors.joining("; "));
        return failure(
                Kind.UNAVAILABLE,
                "Nothing was heard on the Internet from %s: %s.".formatted(described(endpoint), why),
                "See that the server runs and can be reached from here, then run this again.");
    }

    private static boolean all(Endpoint endpoint, Outcome outcome) {
        return endpoint.handshakes().stream().allMatch(handshake -> handshake.outcome() == outcome);
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case SERVED -> "served a certificate";
            case NO_TLS -> EndpointCauses.NO_TLS;
            case NO_CONNECTION -> "accepted no connection";
            case SILENT -> "did not answer in time";
            case FORBIDDEN_ADDRESS -> "is a special address and was not connected to";
            case NOT_ASKED -> "was not asked";
        };
    }

    private static ProviderException failure(Kind kind, String what, String hint) {
        return ProviderException.of(kind, what).hint(hint).build();
    }
}

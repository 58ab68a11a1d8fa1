package dev.ascertain.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One certificate pack on the wire.
 *
 * @param createdOn when it was ordered; not documented, and left out by most answers
 * @param createdAt the same by another name
 * @param validationRecords what must be published; see {@link Proof}
 */
record WirePack(
        @Nullable String id,
        @Nullable String status,
        @Nullable String certificateAuthority,
        List<String> hosts,
        @Nullable String createdOn,
        @Nullable String createdAt,
        @Nullable JsonNode validationRecords,
        List<Fault> validationErrors,
        List<Certificate> certificates) {
    WirePack {
        hosts = Envelope.present(hosts);
        validationErrors = Envelope.present(validationErrors);
        certificates = Envelope.present(certificates);
    }

    /** What the certificate authority said. */
    record Fault(@Nullable String message) {}

    /** One certificate of a pack: there may be one for each signature algorithm, and one that is being replaced. */
    record Certificate(
            @Nullable String status,
            @Nullable String signature,
            @Nullable String expiresOn) {}

    /** The certificate authority's messages, as they came. */
    List<String> errors() {
        return validationErrors.stream()
                .map(fault -> Objects.requireNonNullElse(fault.message(), ""))
                .filter(message -> !message.isBlank())
                .map(Texts::bounded)
                .distinct()
                .toList();
    }

    @Nullable Instant created() {
        Instant on = Texts.time(createdOn);
        return on != null ? on : Texts.time(createdAt);
    }

    /** When the certificate in service expires: an active one before others, then of this signature, then the earliest. */
    @Nullable Instant expires(@Nullable String signature) {
        return certificates.stream()
                .filter(one -> Texts.time(one.expiresOn()) != null)
                .min(Comparator.comparing((Certificate one) -> !"active".equals(one.status()))
                        .thenComparing(one -> !Objects.equals(signature, one.signature()))
                        .thenComparing(one -> Objects.requireNonNull(Texts.time(one.expiresOn()))))
                .map(one -> Texts.time(one.expiresOn()))
                .orElse(null);
    }
}

package dev.ascertain.providers.cloudflare;

import dev.ascertain.spi.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cloudflare's words for the state of a certificate, sorted into the engine's classes. */
final class CertificateStatus {
    /** What the vendor's page of this call documents. */
    static final List<String> DOCUMENTED =
            List.of("initializing", "authorizing", "active", "expired", "issuing", "timing_out", "pending_deployment");

    /** What the vendor documents for a pack; these have been seen for a verification too. */
    static final List<String> OF_PACKS = List.of(
            "initializing",
            "pending_validation",
            "deleted",
            "pending_issuance",
            "pending_deployment",
            "pending_deletion",
            "pending_expiration",
            "expired",
            "active",
            "initializing_timed_out",
            "validation_timed_out",
            "issuance_timed_out",
            "deployment_timed_out",
            "deletion_timed_out",
            "pending_cleanup",
            "staging_deployment",
            "staging_active",
            "deactivating",
            "inactive",
            "backup_issued",
            "holding_deployment");

    /** Every word that can come for a verification: what its page documents, then those of packs. */
    static final List<String> KNOWN =
            Stream.concat(DOCUMENTED.stream(), OF_PACKS.stream()).distinct().toList();

    private static final Map<String, Status> CLASSES = Map.ofEntries(
            Map.entry("active", Status.VERIFIED),
            Map.entry("authorizing", Status.NEEDS_PROOF),
            Map.entry("pending_validation", Status.NEEDS_PROOF),
            Map.entry("initializing", Status.IN_PROGRESS),
            Map.entry("issuing", Status.IN_PROGRESS),
            Map.entry("pending_issuance", Status.IN_PROGRESS),
            Map.entry("pending_deployment", Status.IN_PROGRESS),
            Map.entry("holding_deployment", Status.IN_PROGRESS),
            Map.entry("staging_deployment", Status.IN_PROGRESS),
            Map.entry("pending_cleanup", Status.IN_PROGRESS),
            Map.entry("timing_out", Status.GAVE_UP),
            Map.entry("validation_timed_out", Status.GAVE_UP),
            Map.entry("initializing_timed_out", Status.GAVE_UP),
            Map.entry("issuance_timed_out", Status.GAVE_UP),
            Map.entry("deployment_timed_out", Status.GAVE_UP),
            Map.entry("expired", Status.EXPIRED),
            Map.entry("inactive", Status.ENDED),
            Map.entry("deactivating", Status.ENDED),
            Map.entry("deleted", Status.ENDED),
            Map.entry("pending_deletion", Status.ENDED),
            Map.entry("deletion_timed_out", Status.ENDED),
            Map.entry("backup_issued", Status.STAND_BY),
            Map.entry("staging_active", Status.STAND_BY),
            Map.entry("pending_expiration", Status.STAND_BY));

    private CertificateStatus() {}

    /** Another word is {@link Status#UNKNOWN}, and so is none. */
    static Status of(@Nullable String word) {
        return word == null ? Status.UNKNOWN : CLASSES.getOrDefault(word, Status.UNKNOWN);
    }
}

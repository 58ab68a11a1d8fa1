package dev.ascertain.core.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs from the expected state, and what apply would do. Plain data: no credential takes part in it.
 *
 * @param id a new one for each plan
 * @param ascertainVersion which version made it
 * @param files the manifests it was made from
 * @param manifestDigest what those meant, see {@link dev.ascertain.core.manifest.Configuration#digest}
 * @param complete whether every verification was asked for; false if the run was stopped, or a credential was refused
 *     so that the rest was not asked
 * @param changes in the manifests' order, then in the provider's
 * @param appliedAt when an apply of it began; null if none did
 */
public record Plan(
        String id,
        String ascertainVersion,
        Instant createdAt,
        Instant expiresAt,
        List<String> files,
        String manifestDigest,
        boolean complete,
        List<Change> changes,
        @Nullable Instant appliedAt) {
    public Plan {
        files = List.copyOf(files);
        changes = List.copyOf(changes);
    }

    /** How many of the changes ask for a check, now or after a wait. */
    public int checks() {
        return (int) changes.stream().filter(change -> change.trigger() != null).count();
    }

    public Summary summary() {
        return Summary.of(changes);
    }
}

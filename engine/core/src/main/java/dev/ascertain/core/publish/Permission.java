package dev.ascertain.core.publish;

import dev.ascertain.core.judge.CaaRecord;
import dev.ascertain.core.judge.CaaSet;
import dev.ascertain.core.plan.Change;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.spi.Claim;
import java.util.Optional;
import java.util.Set;

/** The CAA record that lets the certificate authority issue, where a finding says that the present ones do not. */
final class Permission {
    private static final Set<String> CODES = Set.of("caa-forbids", "caa-partial");

    private Permission() {}

    static Optional<Wanted> wanted(Change change, Evidence evidence) {
        boolean forbidden = change.findings().stream()
                .anyMatch(finding -> CODES.contains(finding.reason().code()));
        Claim claim = change.claim();
        if (!forbidden || claim.authorities().isEmpty()) {
            return Optional.empty();
        }
        String authority = claim.chosen() == null ? claim.authorities().getFirst() : claim.chosen();
        return CaaSet.of(claim.host(), evidence)
                .filter(set -> !set.isBehindAlias())
                .map(set ->
                        new Wanted(set.owner(), RecordType.CAA, new CaaRecord(0, set.decidingTag(), authority).text()));
    }
}

package dev.ascertain.core.judge;

import dev.ascertain.evidence.Delegation;
import java.util.List;
import java.util.Optional;

/** Phase C: whether the name is reached at all: registry, name servers, DNSSEC. */
final class DelegationRules {
    static final List<Rule> ALL =
            List.of(new Rule("C1", the -> missing(the).isPresent(), DelegationRules::notDelegated));

    private DelegationRules() {}

    private static Optional<Delegation> missing(Case the) {
        return the.names().stream()
                .map(name -> the.evidence().zoneOf(name))
                .flatMap(Optional::stream)
                .filter(zone -> zone.state() == Delegation.State.NOT_DELEGATED)
                .findFirst();
    }

    private static Finding notDelegated(Case the) {
        Delegation zone = missing(the).orElseThrow();
        return Finding.of(
                "C1",
                Verdict.BLOCKED,
                "not-delegated",
                "%s does not exist in the DNS: the servers of %s know no such name."
                        .formatted(zone.zone(), zone.parent()),
                "register or renew %s at its registrar, and set its name servers there".formatted(zone.zone()),
                Party.YOU);
    }
}

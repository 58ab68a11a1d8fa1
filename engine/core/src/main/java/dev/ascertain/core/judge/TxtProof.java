package dev.ascertain.core.judge;

import dev.ascertain.evidence.Delegation;
import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Server;
import dev.ascertain.spi.Challenge;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The TXT values that are wanted at one name, and what is there. A wildcard and the name below it want two values at one
 * name.
 *
 * @param name canonical
 * @param wanted each once, as the provider gave them
 */
record TxtProof(Case the, String name, Set<String> wanted, Published published) {
    /** One for each name; none where the proof is not what is waited for. */
    static List<TxtProof> of(Case the) {
        if (!the.awaitsProof()) {
            return List.of();
        }
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        the.challenges(Challenge.Txt.class)
                .forEach(txt -> wanted.computeIfAbsent(Names.canonical(txt.name()), _ -> new LinkedHashSet<>())
                        .add(txt.value()));
        return wanted.entrySet().stream()
                .map(entry -> new TxtProof(
                        the, entry.getKey(), entry.getValue(), Published.of(the.evidence(), entry.getKey(), "TXT")))
                .toList();
    }

    static List<TxtProof> in(Case the, TxtState state) {
        return of(the).stream().filter(proof -> proof.state() == state).toList();
    }

    /**
     * The first that fits, from what is certain to what is left. Where an alias leads on to where nobody was heard, what
     * is missing may be there: {@link TxtState#UNKNOWN}, and nothing blocks. Only an alias that cannot be right is told
     * all the same.
     */
    TxtState state() {
        if (published.isEverywhere(written())) {
            return TxtState.RIGHT;
        }
        if (published.open() && Aliases.of(the.evidence(), name).end() == Aliases.End.CIRCLE) {
            return TxtState.CIRCLING;
        }
        if (isMeantForProvider()) {
            return delegated();
        }
        if (published.isKnown() && missing().isEmpty()) {
            return published.lacking(written()).isEmpty() ? TxtState.UNKNOWN : TxtState.OUT_OF_SYNC;
        }
        return published.isKnown() && !published.open() ? misplaced() : TxtState.UNKNOWN;
    }

    private TxtState misplaced() {
        if (slip().isPresent()) {
            return TxtState.GARBLED;
        }
        if (holds(doubled())) {
            return TxtState.DOUBLED;
        }
        if (above().isPresent()) {
            return TxtState.MISPLACED;
        }
        if (missing().size() < wanted.size()) {
            return TxtState.PARTIAL;
        }
        if (isHandedOn()) {
            return TxtState.HANDED_ON;
        }
        return published.values().isEmpty() ? TxtState.MISSING : TxtState.OTHERS;
    }

    private boolean isMeantForProvider() {
        return aliases().stream().anyMatch(DelegatedProof.of(the.claim())::isMeant);
    }

    /** Where servers disagree about the alias, one that is right is on its way to the others. */
    private TxtState delegated() {
        if (!own().isEmpty()) {
            return TxtState.SHADOWED;
        }
        if (aliases().stream()
                .noneMatch(target -> DelegatedProof.of(the.claim()).isRight(name, target))) {
            return TxtState.LED_WRONG;
        }
        return published.isKnown() ? TxtState.LEFT_TO_PROVIDER : TxtState.UNKNOWN;
    }

    /** The values at the name itself, not at the end of an alias. */
    Set<String> own() {
        return published.held().stream()
                .filter(held -> held.path().size() == 1)
                .flatMap(held -> held.values().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Where the name's own CNAME record leads. */
    Set<String> aliases() {
        return Aliases.targets(the.evidence(), name);
    }

    /** The wanted values that no server holds. */
    List<String> missing() {
        Set<String> found = published.values();
        return wanted.stream()
                .filter(value -> !found.contains(TxtValue.written(value)))
                .toList();
    }

    /** The values that are there and not wanted. */
    List<String> others() {
        List<String> written = written();
        return published.values().stream()
                .filter(value -> !written.contains(value))
                .toList();
    }

    /** Those of the others that look like the tokens of earlier orders; what another order waits for is not among them. */
    List<String> older() {
        Set<String> awaited = the.sight().observation().verifications().stream()
                .flatMap(live -> live.challenges().stream())
                .map(challenge -> TxtValue.written(challenge.value()))
                .collect(Collectors.toSet());
        return others().stream()
                .filter(value -> !awaited.contains(value))
                .filter(value -> written().stream().anyMatch(token -> TxtValue.isAlike(value, token)))
                .toList();
    }

    Optional<TxtValue.Slip> slip() {
        List<String> others = others();
        return missing().stream()
                .flatMap(value -> TxtValue.slip(value, others).stream())
                .findFirst();
    }

    boolean isAlias() {
        return !published.at().equals(name);
    }

    /** The addresses that decide. */
    List<Server> heard() {
        return published.held().stream().map(Published.Held::server).distinct().toList();
    }

    /** The zone that holds the record, at the end of its aliases. */
    Optional<Delegation> zone() {
        return the.evidence().zoneOf(published.at());
    }

    /** The name that comes about where a web console appends the zone to a name that has it already. */
    String doubled() {
        return the.evidence().zoneOf(name).map(zone -> name + "." + zone.zone()).orElse(name);
    }

    /** The nearest name above that holds something of what is missing, up to the top of the host's zone. */
    Optional<String> above() {
        String top = the.evidence()
                .zoneOf(Names.withoutWildcard(the.claim().host()))
                .or(() -> the.evidence().zoneOf(Names.parent(name)))
                .map(Delegation::zone)
                .orElse("");
        return Names.upwards(Names.parent(name)).stream()
                .filter(parent -> Names.isWithin(parent, top))
                .filter(this::holds)
                .findFirst();
    }

    private boolean holds(String other) {
        Set<String> found = Published.of(the.evidence(), other, "TXT").values();
        return !other.equals(name) && missing().stream().map(TxtValue::written).anyMatch(found::contains);
    }

    /**
     * Whether the name lives in a zone in which the host does not: whoever publishes at the host's DNS host publishes
     * where nobody looks. Of an unknown host: in a zone that is nothing but the token's.
     */
    private boolean isHandedOn() {
        String host = Names.withoutWildcard(the.claim().host());
        return !isAlias()
                && zone().map(Delegation::zone)
                        .filter(zone -> host.isEmpty() ? zone.startsWith("_") : !Names.isWithin(host, zone))
                        .isPresent();
    }

    List<String> written() {
        return wanted.stream().map(TxtValue::written).toList();
    }
}

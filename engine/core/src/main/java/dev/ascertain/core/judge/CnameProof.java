package dev.ascertain.core.judge;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Server;
import dev.ascertain.spi.Challenge;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One CNAME record that is wanted, and what is there.
 *
 * @param name canonical
 * @param target canonical
 * @param published what the servers that decide hold as its CNAME record
 * @param chain where it leads
 */
record CnameProof(Case the, String name, String target, Published published, Aliases chain) {
    /** How many records a chain may have; resolvers follow 8 to 16, and each is one more that may fail. */
    static final int MOST_HOPS = 5;

    static List<CnameProof> of(Case the) {
        if (!the.awaitsProof()) {
            return List.of();
        }
        return the.challenges(Challenge.Cname.class).stream()
                .map(cname -> of(the, cname))
                .distinct()
                .toList();
    }

    static CnameProof of(Case the, Challenge.Cname cname) {
        String name = Names.canonical(cname.name());
        return new CnameProof(
                the,
                name,
                Names.canonical(cname.value()),
                Published.of(the.evidence(), name, "CNAME"),
                Aliases.of(the.evidence(), name));
    }

    static List<CnameProof> in(Case the, CnameState state) {
        return of(the).stream().filter(proof -> proof.state() == state).toList();
    }

    /** The first that fits, from what is certain to what is left. */
    CnameState state() {
        if (!published.isKnown()) {
            return CnameState.UNKNOWN;
        }
        if (chain.end() == Aliases.End.CIRCLE || hopsToTarget() > MOST_HOPS || isDangling()) {
            return CnameState.BROKEN;
        }
        if (published.isEverywhere(Set.of(target)) || isReached()) {
            return CnameState.RIGHT;
        }
        if (published.values().contains(target)) {
            return CnameState.OUT_OF_SYNC;
        }
        boolean provider = DelegatedProof.of(the.claim()).isMeant(target);
        if (published.values().isEmpty()) {
            return provider && !texts().isEmpty() ? CnameState.SHADOWED : withoutRecord();
        }
        return provider ? CnameState.LED_WRONG : CnameState.MISSING;
    }

    /** Whether some server holds the very record, and not other names on the way, or addresses, in its place. */
    boolean isVerbatim() {
        return published.values().contains(target);
    }

    /** By way of other names: whoever follows the record arrives all the same. */
    private boolean isReached() {
        return published.held().stream().noneMatch(held -> held.values().isEmpty()) && chain.leadsTo(target);
    }

    /** What the record's owner is responsible for: what lies behind the target is its holder's. */
    private int hopsToTarget() {
        int target = chain.path().indexOf(target());
        return target < 0 ? chain.hops() : target;
    }

    /**
     * Whether it leads to a name that does not exist, which whoever registers it can take over. A name with an underscore
     * is no host: there the record itself is the proof, and some authorities want targets that never exist.
     */
    private boolean isDangling() {
        boolean proofOnly = Stream.of(name.split("\\.")).anyMatch(label -> label.startsWith("_"));
        return chain.end() == Aliases.End.NO_SUCH_NAME && chain.hops() > 0 && !(proofOnly && chain.leadsTo(target));
    }

    /**
     * Addresses in its place are as good as the record if they are the target's own: so does a DNS host that resolves the
     * record itself. One in common is enough, as many targets give each asker others. Where the target's were not seen,
     * nothing is known.
     */
    private CnameState withoutRecord() {
        Set<String> own = addresses(name);
        if (own.isEmpty()) {
            return CnameState.MISSING;
        }
        Set<String> targets = addresses(target);
        if (targets.isEmpty()) {
            return CnameState.UNKNOWN;
        }
        return own.stream().anyMatch(targets::contains) ? CnameState.RIGHT : CnameState.FLATTENED;
    }

    /** The addresses that stand in its place. */
    Set<String> addresses() {
        return addresses(name);
    }

    /** The TXT values that stand in its place, by the word of the servers that decide. */
    Set<String> texts() {
        return Published.of(the.evidence(), name, "TXT").values();
    }

    /** The addresses that decide. */
    List<Server> heard() {
        return published.held().stream().map(Published.Held::server).distinct().toList();
    }

    boolean isApex() {
        return the.evidence()
                .zoneOf(name)
                .filter(zone -> zone.zone().equals(name))
                .isPresent();
    }

    /** The record as {@link Wording} names records. */
    String record() {
        return "CNAME record %s %s".formatted(name, target);
    }

    private Set<String> addresses(String of) {
        var addresses = new LinkedHashSet<String>();
        for (String type : List.of("A", "AAAA")) {
            addresses.addAll(Published.of(the.evidence(), of, type).values());
            the.evidence().answers(of, type).resolvers().stream()
                    .filter(Answer::isConclusive)
                    .map(answer -> Published.values(
                            answer, the.evidence().answers(of, type).question()))
                    .forEach(addresses::addAll);
        }
        return addresses;
    }
}

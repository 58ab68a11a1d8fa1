package dev.ascertain.core.explain;

import dev.ascertain.core.explain.Link.State;
import dev.ascertain.core.publish.Caa;
import dev.ascertain.evidence.Names;
import dev.ascertain.spi.Claim;
import java.util.List;

/** Whether the domain lets the certificate authority issue. */
final class CaaLink {
    private CaaLink() {}

    static Seen of(Matter the) {
        Claim claim = the.claim();
        if (!claim.certificate()) {
            return Seen.of(State.NOT_NEEDED, "No certificate authority takes part.");
        }
        return Caa.relevant(claim.host(), the.evidence())
                .map(set -> of(claim, set))
                .orElseGet(() -> Caa.isKnown(claim.host(), the.evidence())
                        ? Seen.of(State.OK, "There are no CAA records: any certificate authority may issue.")
                        : Seen.of(State.NOT_SEEN, "Nobody looked."));
    }

    private static Seen of(Claim claim, Caa.Relevant set) {
        boolean wildcard = Names.isWildcard(claim.host());
        List<String> may = set.permitted(wildcard);
        List<String> needed = claim.chosen() == null ? claim.authorities() : List.of(claim.chosen());
        boolean permitted = needed.isEmpty() || needed.stream().anyMatch(one -> set.permits(one, wildcard));
        String rule = "The CAA records of %s decide; they permit %s (%s)."
                .formatted(
                        set.name(),
                        may.isEmpty() ? permitted ? "everybody" : "nobody" : Words.and(may),
                        set.tag(wildcard));
        String use = permitted ? "That is enough." : "The certificate is to come from %s.".formatted(or(needed));
        return new Seen(permitted ? State.OK : State.BROKEN, List.of(rule, use));
    }

    private static String or(List<String> authorities) {
        return authorities.size() == 1 ? authorities.getFirst() : "one of " + Words.and(authorities);
    }
}

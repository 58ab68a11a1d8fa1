package dev.ascertain.core.explain;

import dev.ascertain.core.explain.Link.State;
import dev.ascertain.core.judge.CaaRecord;
import dev.ascertain.core.judge.CaaSet;
import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answers;
import dev.ascertain.evidence.Names;
import dev.ascertain.spi.Claim;
import java.util.List;
import java.util.stream.Stream;

/** Whether the domain lets the certificate authority issue. */
final class CaaLink {
    private CaaLink() {}

    static Seen of(Matter the) {
        Claim claim = the.claim();
        if (!claim.certificate()) {
            return Seen.of(State.NOT_NEEDED, "No certificate authority takes part.");
        }
        return CaaSet.of(claim.host(), the.evidence())
                .map(set -> of(claim, set))
                .orElseGet(() -> isKnown(the)
                        ? Seen.of(State.OK, "There are no CAA records: any certificate authority may issue.")
                        : Seen.of(State.NOT_SEEN, "Nobody looked."));
    }

    private static boolean isKnown(Matter the) {
        Answers answers =
                the.evidence().answers(Names.withoutWildcard(the.claim().host()), "CAA");
        return Stream.of(answers.authoritative(), answers.resolvers())
                .flatMap(List::stream)
                .anyMatch(Answer::isConclusive);
    }

    private static Seen of(Claim claim, CaaSet set) {
        List<String> may = set.deciding().stream()
                .map(CaaRecord::issuer)
                .filter(issuer -> !issuer.isEmpty())
                .distinct()
                .toList();
        List<String> needed = claim.chosen() == null ? claim.authorities() : List.of(claim.chosen());
        boolean permitted = needed.isEmpty() || needed.stream().anyMatch(set::permits);
        String whom = set.deciding().isEmpty() ? "everybody" : may.isEmpty() ? "nobody" : Words.and(may);
        return new Seen(
                permitted ? State.OK : State.BROKEN,
                List.of(
                        "The CAA records at %s decide: by \"%s\" they permit %s."
                                .formatted(set.owner(), set.decidingTag(), whom),
                        "The certificate is to come from %s.".formatted(or(needed))));
    }

    private static String or(List<String> authorities) {
        if (authorities.isEmpty()) {
            return "an authority that the provider does not name";
        }
        return authorities.size() == 1 ? authorities.getFirst() : "one of " + Words.and(authorities);
    }
}

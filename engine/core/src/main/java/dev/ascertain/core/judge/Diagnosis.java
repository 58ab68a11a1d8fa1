package dev.ascertain.core.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The phases in their order, which is behaviour: what stands in the way whatever the state is, what the evidence shows
 * from the delegation down to the token, then, only where nothing of that decides, whether it is a matter of time, and
 * last what the state itself means.
 *
 * <p>The first match that decides makes the headline; every other one is listed behind it.
 */
final class Diagnosis {
    /** Phases B to E of what is not as expected. */
    static final List<Rule> IN_THE_WAY = Stream.of(
                    TerminalRules.ALL,
                    ServingRules.ALL,
                    DelegationRules.ALL,
                    ResolutionRules.ALL,
                    CaaRules.ALL,
                    TxtRules.ALL,
                    CnameRules.ALL,
                    WebRules.ALL)
            .flatMap(List::stream)
            .toList();

    /** Those of them that have something to say where nobody looked at the world. */
    static final List<Rule> UNSEEN = Stream.concat(TerminalRules.ALL.stream(), Stream.of(WebRules.WILDCARD))
            .toList();

    private Diagnosis() {}

    /** Never empty; the headline first, then the others in the order of the rules. */
    static List<Finding> of(Case the) {
        List<Finding> found = matching(the.isMet() ? ServingRules.ALL : inTheWay(the), the);
        return headline(found).map(headline -> lead(headline, found)).orElseGet(() -> matterOfTime(the, found));
    }

    private static List<Rule> inTheWay(Case the) {
        return the.evidence().isEmpty() ? UNSEEN : IN_THE_WAY;
    }

    /** Only one of these decides: what was asked a moment ago is not also said to be ready. */
    private static List<Finding> matterOfTime(Case the, List<Finding> before) {
        List<Finding> timing = matching(TimingRules.ALL, the);
        Finding headline = headline(timing).orElseGet(() -> state(the));
        Stream<Finding> beside =
                timing.stream().filter(finding -> !finding.verdict().decides());
        return lead(headline, Stream.concat(before.stream(), beside).toList());
    }

    private static Finding state(Case the) {
        return matching(StateRules.ALL, the).stream()
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("no rule knows " + the.live().status()));
    }

    private static Optional<Finding> headline(List<Finding> found) {
        return found.stream().filter(finding -> finding.verdict().decides()).findFirst();
    }

    private static List<Finding> lead(Finding headline, List<Finding> found) {
        return Stream.concat(Stream.of(headline), found.stream().filter(finding -> !finding.equals(headline)))
                .toList();
    }

    private static List<Finding> matching(List<Rule> rules, Case the) {
        return rules.stream()
                .flatMap(rule -> rule.finding().apply(the).stream())
                .toList();
    }
}

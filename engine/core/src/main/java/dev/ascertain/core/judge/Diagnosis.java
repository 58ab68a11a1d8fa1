package dev.ascertain.core.judge;

import java.util.List;
import java.util.stream.Stream;

/**
 * The phases in their order, which is behaviour: what stands in the way whatever the state is, then what the evidence
 * shows from the delegation down to the token and its visibility, then what the state itself means.
 *
 * <p>The first match that decides makes the headline; every other one is listed behind it. What the state means is a
 * match too, but only where nothing before it decides.
 */
final class Diagnosis {
    /** Of what is not as expected. */
    static final List<Rule> UNMET = Stream.of(TerminalRules.ALL, DelegationRules.ALL)
            .flatMap(List::stream)
            .toList();

    /** Of what the provider says is as expected: what the world says against it. */
    static final List<Rule> MET = List.of();

    private Diagnosis() {}

    /** Never empty; the headline first, then the others in the order of the rules. */
    static List<Finding> of(Case the) {
        List<Finding> found = matching(the.isMet() ? MET : UNMET, the).toList();
        Finding headline = found.stream()
                .filter(finding -> finding.verdict().decides())
                .findFirst()
                .orElseGet(() -> state(the));
        return Stream.concat(Stream.of(headline), found.stream().filter(finding -> !finding.equals(headline)))
                .toList();
    }

    private static Finding state(Case the) {
        return matching(StateRules.ALL, the)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("no rule knows " + the.live().status()));
    }

    private static Stream<Finding> matching(List<Rule> rules, Case the) {
        return rules.stream()
                .filter(rule -> rule.when().test(the))
                .map(rule -> rule.finding().apply(the));
    }
}

package dev.ascertain.core.draft;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/** What tells the verifications of one target apart: the least that does, and of that the most lasting. Pure. */
final class Telling {
    private final Set<Map<String, Clause>> distinct;
    private final Map<Set<String>, Map<Map<String, Clause>, Integer>> counts = new HashMap<>();

    /** @param all of each verification, what can tell it apart, the most lasting first */
    Telling(List<Map<String, Clause>> all) {
        this.distinct = Set.copyOf(all);
    }

    /** What must be selected on so that just this is meant; empty if there is nothing else. */
    Map<String, Clause> apart(Map<String, Clause> one) {
        if (distinct.size() == 1) {
            return Map.of();
        }
        return choices(List.copyOf(one.keySet())).stream()
                .map(attributes -> part(one, attributes))
                .filter(this::isAlone)
                .findFirst()
                .orElse(one);
    }

    /** The first attribute, then that with one other, then the first two, three, and so on. */
    private static Set<SequencedSet<String>> choices(List<String> attributes) {
        var choices = new LinkedHashSet<SequencedSet<String>>();
        String first = attributes.getFirst();
        choices.add(new LinkedHashSet<>(List.of(first)));
        attributes.stream().skip(1).forEach(other -> choices.add(new LinkedHashSet<>(List.of(first, other))));
        for (int size = 3; size <= attributes.size(); size++) {
            choices.add(new LinkedHashSet<>(attributes.subList(0, size)));
        }
        return choices;
    }

    /** Whether all that is so is the same in everything else too. */
    private boolean isAlone(Map<String, Clause> part) {
        return counts.computeIfAbsent(Set.copyOf(part.keySet()), this::count).getOrDefault(part, 0) == 1;
    }

    private Map<Map<String, Clause>, Integer> count(Set<String> attributes) {
        var counted = new HashMap<Map<String, Clause>, Integer>();
        distinct.forEach(one -> counted.merge(part(one, attributes), 1, Integer::sum));
        return counted;
    }

    private static Map<String, Clause> part(Map<String, Clause> one, Set<String> attributes) {
        var part = new LinkedHashMap<String, Clause>();
        attributes.forEach(attribute -> {
            Clause clause = one.get(attribute);
            if (clause != null) {
                part.put(attribute, clause);
            }
        });
        return part;
    }
}

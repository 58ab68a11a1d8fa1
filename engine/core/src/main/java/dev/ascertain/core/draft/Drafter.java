package dev.ascertain.core.draft;

import dev.ascertain.spi.Found;
import dev.ascertain.spi.Importable;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** From what one reading told to declarations that expect it. Pure. */
record Drafter(ResourceType type, Importable importable) {
    /** One for each live verification, in the order of what tells them apart, whatever the provider's order was. */
    List<Draft> drafts(Found found, List<LiveVerification> all) {
        var telling = new Telling(
                all.stream().map(live -> clauses(importable.telling(), live)).toList());
        var groups = new TreeMap<String, List<LiveVerification>>();
        for (LiveVerification live : all) {
            groups.computeIfAbsent(clauses(importable.telling(), live).toString(), _ -> new ArrayList<>())
                    .add(live);
        }
        return groups.values().stream()
                .map(group -> draft(found, group, telling))
                .toList();
    }

    private Draft draft(Found found, List<LiveVerification> group, Telling telling) {
        LiveVerification first = group.getFirst();
        Map<String, Clause> select = telling.apart(clauses(importable.telling(), first));
        return new Draft(
                found,
                group.size() == 1 ? first.label() : text(first),
                select,
                expected(group, select),
                group.size(),
                group.stream().allMatch(live -> live.status() == Status.VERIFIED));
    }

    private String text(LiveVerification live) {
        return live.attribute(importable.telling().getFirst())
                .map(Value::asText)
                .orElse("");
    }

    /** What the selection says already is not said again; but something always is. */
    private Map<String, Clause> expected(List<LiveVerification> group, Map<String, Clause> select) {
        var expected = new LinkedHashMap<String, Clause>();
        for (String attribute : importable.stated()) {
            if (!select.containsKey(attribute)) {
                common(attribute, group).ifPresent(clause -> expected.put(attribute, clause));
            }
        }
        if (expected.isEmpty()) {
            String attribute = Stream.concat(importable.stated().stream(), importable.telling().stream())
                    .filter(name -> isAgreed(name, group))
                    .findFirst()
                    .orElseThrow();
            boolean isReported = group.getFirst().attribute(attribute).isPresent();
            expected.put(attribute, new Clause.Reported(isReported));
        }
        return expected;
    }

    /** What holds for all of them; empty if one of them is not reported. */
    private Optional<Clause> common(String attribute, List<LiveVerification> group) {
        if (!group.stream().allMatch(live -> live.attribute(attribute).isPresent())) {
            return Optional.empty();
        }
        List<Clause> clauses =
                group.stream().map(live -> clause(attribute, live)).distinct().toList();
        if (clauses.size() == 1) {
            return Optional.of(clauses.getFirst());
        }
        List<Value> values = clauses.stream()
                .flatMap(clause -> clause instanceof Clause.Is(Value value) ? Stream.of(value) : Stream.empty())
                .toList();
        return Optional.of(values.size() == clauses.size() ? new Clause.OneOf(values) : new Clause.Reported(true));
    }

    private static boolean isAgreed(String attribute, List<LiveVerification> group) {
        return group.stream()
                        .map(live -> live.attribute(attribute).isPresent())
                        .distinct()
                        .count()
                == 1;
    }

    private Map<String, Clause> clauses(List<String> attributes, LiveVerification live) {
        var clauses = new LinkedHashMap<String, Clause>();
        attributes.forEach(attribute -> clauses.put(attribute, clause(attribute, live)));
        return clauses;
    }

    private Clause clause(String attribute, LiveVerification live) {
        Value value = live.attributes().get(attribute);
        return Clause.of(type.live(attribute).orElseThrow(() -> unknown(attribute)), value);
    }

    private IllegalStateException unknown(String attribute) {
        return new IllegalStateException(type.name() + " reports no " + attribute);
    }
}

package dev.ascertain.core.manifest;

import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Mapping;
import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks which keys a declaration has: what can be said without their values. */
record DeclarationKeys(ResourceType type, Scope scope) {
    /** Keys that a declaration of every type may have, beside its attributes. */
    static final List<String> COMMON =
            List.of("type", "name", "provider", "for_each", "select", "match", "expect", "retry", "severity", "owner");

    void check(Mapping mapping) {
        mapping.entries().forEach(this::checkKnown);
        for (DeclaredAttribute attribute : type.declared()) {
            if (attribute.required() && mapping.entry(attribute.name()).isEmpty()) {
                scope.error(
                        mapping.span(),
                        "Missing attribute",
                        type.name() + " needs " + Words.quoted(attribute.name()) + ": " + attribute.doc());
            }
        }
        type.exactlyOneOf().forEach(group -> checkGroup(new TreeSet<>(group), mapping));
    }

    private void checkKnown(Entry entry) {
        String key = entry.name();
        if (COMMON.contains(key) || type.declared(key).isPresent()) {
            return;
        }
        scope.error(
                entry.key().span(), "Unknown attribute", type.live(key).isPresent() ? misplaced(key) : unknown(key));
    }

    private String misplaced(String key) {
        return Words.quoted(key) + " is what " + type.name()
                + " reports, not what a declaration sets. Put it under \"expect\", or under \"select\".";
    }

    private String unknown(String key) {
        List<String> known = new ArrayList<>(COMMON);
        type.declared().forEach(attribute -> known.add(attribute.name()));
        return type.name() + " has no attribute " + Words.quoted(key) + "." + Words.hint(key, known);
    }

    private void checkGroup(Set<String> group, Mapping mapping) {
        List<Entry> set = mapping.entries().stream()
                .filter(entry -> group.contains(entry.name()))
                .toList();
        if (set.isEmpty()) {
            scope.error(mapping.span(), "Missing attribute", type.name() + " needs either " + Words.any(group) + ".");
        } else if (set.size() > 1) {
            scope.error(
                    set.get(1).key().span(),
                    "Attributes exclude each other",
                    "Only one of " + Words.all(group) + " can be set. Remove all but one.");
        }
    }
}

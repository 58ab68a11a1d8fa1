package dev.ascertain.core.manifest;

import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Faulty;
import dev.ascertain.core.source.Node.Mapping;
import dev.ascertain.core.source.Node.Scalar;
import dev.ascertain.core.source.Node.Sequence;
import dev.ascertain.spi.DefaultExpectation;
import dev.ascertain.spi.LiveAttribute;
import dev.ascertain.spi.ResourceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code select} and {@code expect}: matchers by live attribute. */
record ExpectationReader(ResourceType type, Scope scope) {
    Map<String, Matcher> select(Mapping declaration) {
        return declaration
                .entry("select")
                .map(entry -> matchers(entry, "selected by it"))
                .orElse(Map.of());
    }

    /** The provider's own idea of verified, if nothing is said. */
    Map<String, Matcher> expect(Mapping declaration) {
        Optional<Entry> entry = declaration.entry("expect");
        return entry.isPresent() ? matchers(entry.get(), "compared with it") : verified();
    }

    private Map<String, Matcher> verified() {
        var matchers = new LinkedHashMap<String, Matcher>();
        for (DefaultExpectation expectation : type.verified()) {
            matchers.put(
                    expectation.attribute(),
                    expectation.ifReported()
                            ? new Matcher.EqualsIfReported(expectation.value())
                            : new Matcher.Equals(expectation.value()));
        }
        return matchers;
    }

    private Map<String, Matcher> matchers(Entry entry, String purpose) {
        return switch (entry.value()) {
            case Mapping mapping
            when mapping.entries().isEmpty() -> {
                scope.error(
                        entry.span(),
                        "Nothing is said",
                        Words.quoted(entry.name()) + " is empty. Name an attribute, or leave it out for "
                                + (entry.name().equals("expect")
                                        ? "the provider's own idea of verified."
                                        : "all verifications."));
                yield Map.of();
            }
            case Mapping mapping -> matchers(mapping, purpose);
            case Scalar _, Sequence _ -> {
                scope.error(
                        entry.span(),
                        ValueReader.WRONG,
                        Words.quoted(entry.name()) + " is a map from attributes to what they should be; this is "
                                + Words.kind(entry.value()) + ".");
                yield Map.of();
            }
            case Faulty _ -> Map.of();
        };
    }

    private Map<String, Matcher> matchers(Mapping mapping, String purpose) {
        var matchers = new LinkedHashMap<String, Matcher>();
        for (Entry entry : mapping.entries()) {
            Optional<LiveAttribute> attribute = type.live(entry.name());
            Matcher matcher = attribute
                    .map(known -> new MatcherReader(scope, known).read(entry))
                    .orElse(null);
            if (attribute.isEmpty()) {
                unknown(entry, purpose);
            } else if (matcher != null) {
                matchers.put(entry.name(), matcher);
            }
        }
        return matchers;
    }

    private void unknown(Entry entry, String purpose) {
        String key = entry.name();
        List<String> known = type.live().stream().map(LiveAttribute::name).toList();
        scope.error(
                entry.key().span(),
                "Unknown attribute",
                type.name() + " reports no attribute " + Words.quoted(key) + ", so nothing could be " + purpose + "."
                        + (type.declared(key).isPresent()
                                ? "\n" + Words.quoted(key) + " is an attribute of the declaration itself."
                                : Words.hint(key, known)));
    }
}

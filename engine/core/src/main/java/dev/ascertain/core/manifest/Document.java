package dev.ascertain.core.manifest;

import dev.ascertain.core.source.Node;
import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Faulty;
import dev.ascertain.core.source.Node.Mapping;
import dev.ascertain.core.source.Node.Scalar;
import dev.ascertain.core.source.Node.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * One manifest, taken apart at its top level.
 *
 * @param providers the entries under {@code providers}
 * @param verifications the items under {@code verifications}
 */
record Document(Scope scope, List<Entry> providers, List<Node> verifications) {
    /** The version of the manifest language that is read here. */
    static final String VERSION = "1";

    private static final List<String> KEYS = List.of("ascertain", "providers", "verifications");
    private static final String SUMMARY = "Not a manifest";

    Document {
        providers = List.copyOf(providers);
        verifications = List.copyOf(verifications);
    }

    /** Whatever of the document can be used; what cannot was said. */
    static Document of(Node root, Scope scope) {
        if (root instanceof Mapping mapping) {
            return of(mapping, scope);
        }
        if (!(root instanceof Faulty)) {
            scope.error(
                    root.span(),
                    SUMMARY,
                    "A manifest is a map with the keys " + Words.all(KEYS) + "; this is " + Words.kind(root) + ".");
        }
        return new Document(scope, List.of(), List.of());
    }

    private static Document of(Mapping mapping, Scope scope) {
        Keys.check(mapping, KEYS, scope, "A manifest");
        mapping.entry("ascertain")
                .ifPresentOrElse(
                        entry -> checkVersion(entry, scope),
                        () -> scope.error(
                                mapping.span(),
                                "Missing version",
                                "A manifest says which version of the language it is written in. Write \"ascertain: "
                                        + VERSION + "\" at its top."));
        return new Document(scope, providers(mapping, scope), verifications(mapping, scope));
    }

    private static void checkVersion(Entry entry, Scope scope) {
        if (entry.value() instanceof Faulty
                || (entry.value() instanceof Scalar version && version.text().equals(VERSION))) {
            return;
        }
        String what = entry.value() instanceof Scalar version && !version.isNull()
                ? Words.quoted(version.shown())
                : Words.kind(entry.value());
        scope.error(
                entry.span(),
                "Unsupported version",
                "This Ascertain reads version " + VERSION + " of the manifest language; this is " + what + ".");
    }

    private static List<Entry> providers(Mapping mapping, Scope scope) {
        Optional<Entry> entry = mapping.entry("providers");
        if (entry.isEmpty() || isEmpty(entry.get())) {
            return List.of();
        }
        return switch (entry.get().value()) {
            case Mapping(var providers, long _) -> providers;
            case Faulty _ -> List.of();
            case Scalar _, Sequence _ -> {
                scope.error(
                        entry.get().span(),
                        ValueReader.WRONG,
                        "\"providers\" is a map from the names of accounts to their settings; this is "
                                + Words.kind(entry.get().value()) + ".");
                yield List.of();
            }
        };
    }

    private static List<Node> verifications(Mapping mapping, Scope scope) {
        Optional<Entry> entry = mapping.entry("verifications");
        if (entry.isEmpty() || isEmpty(entry.get())) {
            return List.of();
        }
        return switch (entry.get().value()) {
            case Sequence(var items, long _) -> items;
            case Faulty _ -> List.of();
            case Scalar _, Mapping _ -> {
                scope.error(
                        entry.get().span(),
                        ValueReader.WRONG,
                        "\"verifications\" is a list of declarations, each behind a \"- \"; this is "
                                + Words.kind(entry.get().value()) + ".");
                yield List.of();
            }
        };
    }

    private static boolean isEmpty(Entry entry) {
        return entry.value() instanceof Scalar scalar && scalar.isNull();
    }
}

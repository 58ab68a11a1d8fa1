package dev.ascertain.core.manifest;

import dev.ascertain.core.source.Node;
import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Faulty;
import dev.ascertain.core.source.Node.Mapping;
import dev.ascertain.core.source.Node.Scalar;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an item under {@code verifications}: its type and name, its keys, its elements, and then one declaration for
 * each element.
 */
record DeclarationReader(Catalog catalog, Outside outside, AccountBook accounts) {
    private static final String SUMMARY = "Invalid declaration";

    /** The declarations of an item; those that are faulty are left out, and that was said. */
    List<Declaration> read(Node item, Scope scope) {
        if (item instanceof Mapping mapping) {
            return read(mapping, scope);
        }
        if (!(item instanceof Faulty)) {
            scope.error(
                    item.span(),
                    SUMMARY,
                    "A declaration is a map with at least \"type\" and \"name\"; this is " + Words.kind(item) + ".");
        }
        return List.of();
    }

    private List<Declaration> read(Mapping mapping, Scope manifest) {
        String name = name(mapping, manifest);
        Optional<ResourceType> type = type(mapping, name, manifest);
        if (type.isEmpty()) {
            return List.of();
        }
        ProviderFactory factory = catalog.factoryOf(type.get().name()).orElseThrow();
        Scope scope = manifest.in(type.get().name() + (name == null ? "" : "." + name));
        new DeclarationKeys(type.get(), scope).check(mapping);
        var declaration = new ElementReader(type.get(), factory, outside, accounts);
        return elements(mapping, scope).stream()
                .flatMap(element ->
                        declaration.read(mapping, name == null ? "" : name, element.orElse(null), scope).stream())
                .filter(_ -> name != null)
                .toList();
    }

    private List<Optional<Element>> elements(Mapping mapping, Scope scope) {
        Optional<Entry> forEach = mapping.entry("for_each");
        if (forEach.isEmpty()) {
            return List.of(Optional.empty());
        }
        var elements = new ArrayList<Optional<Element>>();
        ForEach.read(forEach.get(), scope, outside).forEach(element -> elements.add(Optional.of(element)));
        return elements;
    }

    private Optional<ResourceType> type(Mapping mapping, @Nullable String name, Scope manifest) {
        Scope scope = name == null ? manifest : manifest.in(name);
        Optional<Entry> entry = mapping.entry("type");
        if (entry.isEmpty()) {
            scope.error(mapping.span(), "Missing type", "A declaration says its \"type\": " + Words.any(types()) + ".");
            return Optional.empty();
        }
        Node value = entry.get().value();
        if (value instanceof Faulty) {
            return Optional.empty();
        }
        if (!(value instanceof Scalar scalar) || scalar.isNull()) {
            scope.error(
                    entry.get().span(), ValueReader.WRONG, "\"type\" takes a text; this is " + Words.kind(value) + ".");
            return Optional.empty();
        }
        String wanted = scalar.text();
        Optional<ResourceType> type = catalog.type(wanted);
        if (type.isEmpty()) {
            scope.error(
                    entry.get().span(),
                    "Unknown type",
                    "No provider has a type " + Words.quoted(wanted) + "." + Words.hint(wanted, types()));
        }
        return type;
    }

    private static @Nullable String name(Mapping mapping, Scope scope) {
        Optional<Entry> entry = mapping.entry("name");
        if (entry.isEmpty()) {
            scope.error(
                    mapping.span(),
                    "Missing name",
                    "A declaration needs a \"name\", which with its type is its address.");
            return null;
        }
        if (entry.get().value() instanceof Scalar scalar
                && Keys.NAME.matcher(scalar.text()).matches()) {
            return scalar.text();
        }
        if (!(entry.get().value() instanceof Faulty)) {
            scope.error(entry.get().span(), "Invalid name", Keys.NAME_RULE);
        }
        return null;
    }

    private List<String> types() {
        return catalog.factories().stream()
                .flatMap(factory -> factory.resourceTypes().stream())
                .map(ResourceType::name)
                .toList();
    }
}

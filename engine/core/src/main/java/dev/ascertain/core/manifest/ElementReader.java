package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.DidYouMean;
import dev.ascertain.core.diagnostic.Severity;
import dev.ascertain.core.manifest.Declaration.Match;
import dev.ascertain.core.manifest.Declaration.Retry;
import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Mapping;
import dev.ascertain.core.source.Node.Scalar;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.DeclaredAttribute;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.ResourceType;
import dev.ascertain.spi.Value;
import dev.ascertain.spi.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the values of a declaration, for one element of its {@code for_each} or for itself. */
record ElementReader(ResourceType type, ProviderFactory factory, Outside outside, AccountBook accounts) {
    private static final List<String> UNRESOLVED = List.of("type", "name", "for_each");

    /** The declaration; empty if something is wrong with it, and that was said. */
    Optional<Declaration> read(Mapping template, String name, @Nullable Element element, Scope general) {
        var address = new Address(type.name(), name, element == null ? null : element.key());
        Scope scope = name.isEmpty() ? general : general.in(address.toString());
        int errors = scope.faults().errors();
        Mapping mapping = resolved(template, new Resolver(scope, outside, element));
        Declared declared = new Declared(address.toString(), type.name(), attributes(mapping, scope));
        var expectations = new ExpectationReader(type, scope);
        String match = word(mapping, "match", List.of("every", "any"), scope);
        String retry = word(mapping, "retry", List.of("auto", "never"), scope);
        String severity = word(mapping, "severity", List.of("error", "warning"), scope);
        String account = account(mapping, scope);
        var declaration = new Declaration(
                address,
                type,
                account == null ? factory.name() : account,
                declared,
                expectations.select(mapping),
                "any".equals(match) ? Match.ANY : Match.EVERY,
                expectations.expect(mapping),
                "never".equals(retry) ? Retry.NEVER : Retry.AUTO,
                "warning".equals(severity) ? Severity.WARNING : Severity.ERROR,
                text(mapping, "owner", scope),
                scope.place(mapping.span()));
        return scope.faults().errors() == errors ? Optional.of(declaration) : Optional.empty();
    }

    private static Mapping resolved(Mapping template, Resolver resolver) {
        return new Mapping(
                template.entries().stream()
                        .map(entry -> UNRESOLVED.contains(entry.name())
                                ? entry
                                : new Entry(entry.key(), resolver.resolve(entry.value())))
                        .toList(),
                template.span());
    }

    private Map<String, Value> attributes(Mapping mapping, Scope scope) {
        var values = new HashMap<String, Value>();
        for (DeclaredAttribute attribute : type.declared()) {
            Optional<Entry> entry = mapping.entry(attribute.name());
            Value value = entry.isPresent() ? value(attribute, entry.get(), scope) : attribute.defaultValue();
            if (value != null) {
                values.put(attribute.name(), value);
            }
        }
        return values;
    }

    private @Nullable Value value(DeclaredAttribute attribute, Entry entry, Scope scope) {
        Value value = new ValueReader(scope, attribute.name(), attribute.type()).read(entry);
        if (!(value instanceof Value.Text(String text))) {
            return value;
        }
        if (text.isBlank()) {
            scope.error(entry.span(), "No value", Words.quoted(attribute.name()) + " is empty.");
            return null;
        }
        if (attribute.words().isEmpty()) {
            return new FormCheck(scope, attribute.name(), attribute.form())
                    .declared(value, entry.value(), others(attribute));
        }
        String word = word(text, entry, attribute.words(), scope);
        return word == null ? null : Value.of(word);
    }

    private List<DeclaredAttribute> others(DeclaredAttribute attribute) {
        return type.exactlyOneOf().stream()
                .filter(group -> group.contains(attribute.name()))
                .flatMap(group -> type.declared().stream()
                        .filter(other ->
                                group.contains(other.name()) && !other.name().equals(attribute.name())))
                .toList();
    }

    private @Nullable String account(Mapping mapping, Scope scope) {
        Optional<Entry> entry = mapping.entry("provider");
        if (entry.isEmpty()) {
            return accounts.use(null, factory, scope, mapping.span());
        }
        boolean isText = text(mapping, "provider", scope) != null;
        return isText && entry.get().value() instanceof Scalar wanted
                ? accounts.use(wanted, factory, scope, mapping.span())
                : null;
    }

    private static @Nullable String text(Mapping mapping, String key, Scope scope) {
        return mapping.entry(key)
                                .map(entry -> new ValueReader(scope, key, ValueType.TEXT).read(entry))
                                .orElse(null)
                        instanceof Value.Text(String text)
                ? text
                : null;
    }

    private static @Nullable String word(Mapping mapping, String key, List<String> words, Scope scope) {
        String text = text(mapping, key, scope);
        return text == null ? null : word(text, mapping.entry(key).orElseThrow(), words, scope);
    }

    /** One of the words, in the case in which they are documented. */
    private static @Nullable String word(String text, Entry entry, List<String> words, Scope scope) {
        for (String word : words) {
            if (word.equalsIgnoreCase(text)) {
                return word;
            }
        }
        String shown = entry.value() instanceof Scalar scalar ? scalar.shown() : text;
        scope.error(
                entry.span(),
                "Unknown value",
                Words.quoted(entry.name()) + " is " + Words.any(words) + "; " + Words.quoted(shown) + " is not."
                        + DidYouMean.sentence(text, words)
                                .map(sentence -> "\n" + sentence)
                                .orElse(""));
        return null;
    }
}

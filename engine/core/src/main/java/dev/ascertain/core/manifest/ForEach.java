package dev.ascertain.core.manifest;

import dev.ascertain.core.source.Node;
import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Faulty;
import dev.ascertain.core.source.Node.Mapping;
import dev.ascertain.core.source.Node.Scalar;
import dev.ascertain.core.source.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The elements of a {@code for_each}. There are four forms:
 *
 * <ul>
 *   <li>a list of texts, {@code [example.com, example.org]}: each is its own key, and the columns are {@code key} and
 *       {@code value};
 *   <li>a list of maps, each of which says its key in a column {@code key}: {@code [{key: shop, zone: example.com}]};
 *   <li>a map: its keys are the keys; a value is the column {@code value}, or a map of columns;
 *   <li>{@code {csv: FILE, key: COLUMN}}: the rows of a CSV file under its header row, see {@link CsvElements}. A map
 *       that has a key {@code csv} is always this form.
 * </ul>
 */
final class ForEach {
    /** Elements of one {@code for_each}. */
    static final int MOST = 100_000;

    private static final String SUMMARY = "Invalid for_each";

    private final Scope scope;
    private final List<Element> elements = new ArrayList<>();
    private final Map<String, Scalar> keys = new HashMap<>();

    private ForEach(Scope scope) {
        this.scope = scope;
    }

    /** The elements in order, without those that are faulty; their faults were said. */
    static List<Element> read(Entry entry, Scope scope, Outside outside) {
        int before = scope.faults().errors();
        Node node = new Resolver(scope, outside, null).resolve(entry.value());
        if (node instanceof Mapping mapping && mapping.entry("csv").isPresent()) {
            return CsvElements.read(mapping, scope);
        }
        var reader = new ForEach(scope);
        reader.read(node, entry);
        if (reader.elements.isEmpty()
                && !(node instanceof Faulty)
                && scope.faults().errors() == before) {
            empty(scope, entry.span());
        }
        return reader.elements;
    }

    private void read(Node node, Entry entry) {
        switch (node) {
            case Sequence(var items, long _) -> items.forEach(this::item);
            case Mapping(var entries, long _) -> entries.forEach(this::member);
            case Scalar _ ->
                scope.error(
                        entry.span(),
                        SUMMARY,
                        "for_each is a list, a map, or {csv: FILE, key: COLUMN}; this is " + Words.kind(node) + ".");
            case Faulty _ -> {}
        }
    }

    static void empty(Scope scope, long span) {
        scope.warning(span, "Empty for_each", "There is no element, so this declares nothing.");
    }

    private void item(Node item) {
        switch (item) {
            case Scalar scalar -> {
                if (hasValue(scalar, scalar.span())) {
                    add(scalar, Map.of("value", scalar));
                }
            }
            case Mapping mapping -> row(mapping);
            case Sequence _ ->
                scope.error(item.span(), SUMMARY, "An element is a text or a map of columns; this is a list.");
            case Faulty _ -> {}
        }
    }

    private void row(Mapping mapping) {
        Map<String, Scalar> columns = columns(mapping);
        Scalar key = columns.get("key");
        if (key != null) {
            add(key, columns);
        } else if (mapping.entry("key").isEmpty()) {
            scope.error(
                    mapping.span(),
                    SUMMARY,
                    "Each map in the list needs a column \"key\", which tells it apart from the others.");
        }
    }

    private void member(Entry member) {
        switch (member.value()) {
            case Scalar scalar -> {
                if (hasValue(scalar, member.span())) {
                    add(member.key(), Map.of("value", scalar));
                }
            }
            case Mapping mapping -> {
                mapping.entry("key")
                        .ifPresent(column -> scope.error(
                                column.key().span(),
                                SUMMARY,
                                "The key is " + Words.quoted(member.name())
                                        + " already, so there can be no column \"key\" beside it."));
                add(member.key(), columns(mapping));
            }
            case Sequence sequence ->
                scope.error(sequence.span(), SUMMARY, "An element is a text or a map of columns; this is a list.");
            case Faulty _ -> {}
        }
    }

    private Map<String, Scalar> columns(Mapping mapping) {
        var columns = new LinkedHashMap<String, Scalar>();
        for (Entry column : mapping.entries()) {
            switch (column.value()) {
                case Scalar scalar -> {
                    if (hasValue(scalar, column.span())) {
                        columns.put(column.name(), scalar);
                    }
                }
                case Sequence _, Mapping _ ->
                    scope.error(
                            column.span(),
                            SUMMARY,
                            "A column has a single value; this is " + Words.kind(column.value()) + ".");
                case Faulty _ -> {}
            }
        }
        return columns;
    }

    private boolean hasValue(Scalar scalar, long span) {
        if (scalar.isNull()) {
            scope.error(span, SUMMARY, "There is no value here. Write \"\" where an empty text is meant.");
        }
        return !scalar.isNull();
    }

    private void add(Scalar key, Map<String, Scalar> columns) {
        Scalar before = keys.putIfAbsent(key.text(), key);
        if (key.text().isEmpty()) {
            scope.error(key.span(), "Empty key", "A key of for_each tells an element apart, so it cannot be empty.");
        } else if (before != null) {
            scope.error(
                    key.span(),
                    "Duplicate key",
                    "There is an element " + Words.quoted(key.shown()) + " already, in line "
                            + scope.place(before.span()).line() + ". Each address can occur only once.");
        } else if (elements.size() < MOST) {
            elements.add(new Element(key.text(), columns));
        } else if (elements.size() == MOST && keys.size() == MOST + 1) {
            tooMany(scope, key.span());
        }
    }

    static void tooMany(Scope scope, long span) {
        scope.error(span, "Too many elements", "A for_each can have %,d elements at most. Split it.".formatted(MOST));
    }
}

package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.Place;
import dev.ascertain.core.manifest.Template.Broken;
import dev.ascertain.core.manifest.Template.Column;
import dev.ascertain.core.manifest.Template.FileContent;
import dev.ascertain.core.manifest.Template.Literal;
import dev.ascertain.core.manifest.Template.Position;
import dev.ascertain.core.manifest.Template.Variable;
import dev.ascertain.core.source.Node;
import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Faulty;
import dev.ascertain.core.source.Node.Mapping;
import dev.ascertain.core.source.Node.Scalar;
import dev.ascertain.core.source.Node.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Puts in what a tree refers to. Keys stay as they are, and what was put in is never looked at again.
 *
 * @param element the element of {@code for_each} at hand, or null outside of one
 */
record Resolver(Scope scope, Outside outside, @Nullable Element element) {
    /** The same tree at the same places, without references; faulty where one cannot be followed. */
    Node resolve(Node node) {
        return switch (node) {
            case Scalar scalar -> resolve(scalar);
            case Sequence(var items, long span)
            when items.stream().anyMatch(Resolver::refers) ->
                new Sequence(items.stream().map(this::resolve).toList(), span);
            case Mapping(var entries, long span)
            when entries.stream().anyMatch(entry -> refers(entry.value())) ->
                new Mapping(
                        entries.stream()
                                .map(entry -> new Entry(entry.key(), resolve(entry.value())))
                                .toList(),
                        span);
            case Sequence _, Mapping _, Faulty _ -> node;
        };
    }

    private static boolean refers(Node node) {
        return switch (node) {
            case Scalar scalar -> scalar.text().indexOf('$') >= 0;
            case Sequence(var items, long _) -> items.stream().anyMatch(Resolver::refers);
            case Mapping(var entries, long _) -> entries.stream().anyMatch(entry -> refers(entry.value()));
            case Faulty _ -> false;
        };
    }

    private Node resolve(Scalar scalar) {
        if (!refers(scalar)) {
            return scalar;
        }
        var text = new StringBuilder();
        var shown = new StringBuilder();
        boolean isWhole = true;
        for (Template.Part part : Template.of(scalar.text()).parts()) {
            Text found = text(part, scalar);
            if (found == null) {
                isWhole = false;
            } else {
                text.append(found.text);
                shown.append(found.shown);
            }
        }
        if (!isWhole) {
            return new Faulty(scalar.span());
        }
        // What was put in is a text, also where it is empty or reads "null".
        return scalar.text().contentEquals(text)
                ? scalar
                : new Scalar(text.toString(), shown.toString(), false, scalar.span());
    }

    private @Nullable Text text(Template.Part part, Scalar scalar) {
        return switch (part) {
            case Literal(String text) -> new Text(text, text);
            case Variable variable -> variable(variable, scalar);
            case FileContent(String path, Position position) -> file(path, position, scalar);
            case Column(String name, Position position) -> column(name, position, scalar);
            case Broken(String summary, String detail, Position position) -> {
                scope.error(place(scalar, position), summary, detail);
                yield null;
            }
        };
    }

    private @Nullable Text variable(Variable variable, Scalar scalar) {
        String value = outside.variable(variable.name());
        String fallback = variable.fallback();
        if (fallback != null && (value == null || value.isEmpty())) {
            return new Text(fallback, fallback);
        }
        if (value == null) {
            scope.error(
                    place(scalar, variable.position()),
                    "Missing environment variable",
                    "The environment variable \"" + variable.name() + "\" is not set, and there is no default.\nSet it,"
                            + " or write ${env." + variable.name() + ":-default}.");
            return null;
        }
        return new Text(value, variable.position().written());
    }

    private @Nullable Text file(String path, Position position, Scalar scalar) {
        Place place = place(scalar, position);
        String value = outside.file(
                scope.source().file(),
                path,
                fault -> scope.faults().add(fault.at(place).in(scope.subject())));
        return value == null ? null : new Text(value, position.written());
    }

    private @Nullable Text column(String name, Position position, Scalar scalar) {
        if (element == null) {
            scope.error(
                    place(scalar, position),
                    "No element here",
                    "\"${each.…}\" means a column of the element at hand, and there is no for_each here.");
            return null;
        }
        Scalar value = element.columns().get(name);
        if (value == null) {
            scope.error(
                    place(scalar, position),
                    "Unknown column",
                    "The elements of for_each have no column " + Words.quoted(name) + "."
                            + Words.hint(name, element.columns().keySet()));
            return null;
        }
        return new Text(value.text(), value.shown());
    }

    private Place place(Scalar scalar, Position position) {
        int length = position.written().codePointCount(0, position.written().length());
        return scope.source().dollar(scalar.span(), position.dollar(), length);
    }

    /** A value and what messages may show of it. */
    private record Text(String text, String shown) {}
}

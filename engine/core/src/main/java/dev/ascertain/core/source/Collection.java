package dev.ascertain.core.source;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Faulty;
import dev.ascertain.core.source.Node.Mapping;
import dev.ascertain.core.source.Node.Scalar;
import dev.ascertain.core.source.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A list or map whose end has not come yet. */
final class Collection {
    final Opening opening;
    /** Levels of collections in it, so far. */
    int height;

    private final boolean isMapping;
    private final boolean isFaulty;
    private final List<Node> items = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Scalar> keys = new HashMap<>();
    private @Nullable Node key;

    Collection(boolean isMapping, boolean isFaulty, Opening opening) {
        this.isMapping = isMapping;
        this.isFaulty = isFaulty;
        this.opening = opening;
    }

    /**
     * How it began.
     *
     * @param nodesBefore parts of the document before it
     * @param anchor the anchor set on it, or null
     */
    record Opening(long span, int nodesBefore, @Nullable String anchor) {}

    /** Takes the next item, or the next key or value in turn. */
    void add(Node node, Consumer<Diagnostic> faults) {
        if (!isMapping) {
            items.add(node);
        } else if (key == null) {
            key = checked(node, faults);
        } else {
            if (key instanceof Scalar name) {
                entries.add(new Entry(name, node));
            }
            key = null;
        }
    }

    Node node() {
        if (isFaulty) {
            return new Faulty(opening.span);
        }
        return isMapping ? new Mapping(entries, opening.span) : new Sequence(items, opening.span);
    }

    private Node checked(Node node, Consumer<Diagnostic> faults) {
        if (node instanceof Faulty) {
            return node;
        }
        if (!(node instanceof Scalar name)) {
            faults.accept(Diagnostic.error("Key is no text", "A key is a word; a list or a map cannot be one."));
            return new Faulty(node.span());
        }
        if (name.plain() && name.text().equals("<<")) {
            faults.accept(Diagnostic.error(
                    "Merge key",
                    "YAML 1.2 has no merge keys (\"<<\"). Write the keys out, or make several declarations of one with"
                            + " for_each."));
            return new Faulty(node.span());
        }
        Scalar before = keys.putIfAbsent(name.text(), name);
        if (before != null) {
            faults.accept(Diagnostic.error(
                    "Duplicate key",
                    "\"" + name.text() + "\" stands here already, in line " + (Span.line(before.span()) + 1)
                            + ", column " + (Span.column(before.span()) + 1)
                            + ". Only one of them could count, so remove one."));
            return new Faulty(node.span());
        }
        return name;
    }
}

package dev.ascertain.core.source;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.source.Node.Faulty;
import dev.ascertain.core.source.Node.Scalar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds a tree from the parser's events, without recursion. The library's own trees take three times the memory, and
 * a stack overflow ends them at a thousand open brackets.
 */
final class TreeBuilder {
    /** Levels of lists and maps in each other. */
    static final int DEEPEST = 64;
    /** Parts of a document, aliases written out. */
    static final int MOST_NODES = 2_000_000;

    private static final int SHORT = 40;
    private static final int MOST_WORDS = 20_000;

    private final SourceText source;
    private final Consumer<Diagnostic> faults;
    private final Deque<Collection> open = new ArrayDeque<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private @Nullable Node root;
    private int nodes;
    private long last;

    TreeBuilder(SourceText source, Consumer<Diagnostic> faults) {
        this.source = source;
        this.faults = faults;
    }

    /** The tree; null if the document is empty. */
    @Nullable Node root() {
        return root;
    }

    /** Where the last event was. */
    long last() {
        return last;
    }

    /** Takes one event; false if it is no use to go on, and then that was said. */
    boolean add(Event event) {
        last = event.getStartMark().map(mark -> span(event, mark)).orElse(last);
        return switch (event.getEventId()) {
            case DocumentStart -> firstDocument();
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart, MappingStart -> open((CollectionStartEvent) event);
            case SequenceEnd, MappingEnd -> close();
            case Alias -> alias((AliasEvent) event);
            case StreamStart, StreamEnd, DocumentEnd, Comment -> true;
        };
    }

    private boolean firstDocument() {
        if (root == null) {
            return true;
        }
        return fatal(
                "Several documents in one file",
                "A manifest is one YAML document. Put what follows \"---\" into a" + " file of its own.");
    }

    private boolean scalar(ScalarEvent event) {
        String text = word(event.getValue());
        boolean isPlain = event.isPlain() && !isTagged(event.getTag(), "str");
        Node node = isForeign(event.getTag(), "str") ? new Faulty(last) : new Scalar(text, text, isPlain, last);
        return attach(node, 1, 0, name(event.getAnchor()));
    }

    private boolean open(CollectionStartEvent event) {
        if (open.size() == DEEPEST) {
            return tooDeep();
        }
        boolean isMapping = event instanceof MappingStartEvent;
        boolean isFaulty = isForeign(event.getTag(), isMapping ? "map" : "seq");
        open.push(new Collection(isMapping, isFaulty, new Collection.Opening(last, nodes, name(event.getAnchor()))));
        return true;
    }

    private boolean close() {
        Collection done = open.pop();
        int size = nodes - done.opening.nodesBefore() + 1;
        return attach(done.node(), size, done.height + 1, done.opening.anchor(), 1);
    }

    private boolean alias(AliasEvent event) {
        String name = event.getAlias().getValue();
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            faults.accept(YamlFault.noAnchor(name).at(source.place(last)));
            return attach(new Faulty(last), 1, 0, null);
        }
        if (open.size() + anchored.height > DEEPEST) {
            return tooDeep();
        }
        return attach(anchored.node, anchored.nodes, anchored.height, null);
    }

    private boolean attach(Node node, int size, int height, @Nullable String anchor) {
        return attach(node, size, height, anchor, size);
    }

    /**
     * @param size parts in it, itself included
     * @param height levels of collections in it
     * @param added how many of those parts are not counted yet
     */
    private boolean attach(Node node, int size, int height, @Nullable String anchor, int added) {
        nodes += added;
        if (nodes > MOST_NODES) {
            return fatal(
                    "Too many values",
                    "This document has more than %,d values, aliases written out, which is the".formatted(MOST_NODES)
                            + " most that is read. Split it.");
        }
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, size, height));
        }
        Collection parent = open.peek();
        if (parent == null) {
            root = node;
            return true;
        }
        parent.height = Math.max(parent.height, height);
        parent.add(node, fault -> faults.accept(fault.at(source.place(node.span()))));
        return true;
    }

    private boolean isForeign(Optional<String> tag, String allowed) {
        if (tag.isEmpty() || tag.get().equals("!") || isTagged(tag, allowed)) {
            return false;
        }
        faults.accept(Diagnostic.error(
                        "Tag",
                        "The manifest language has no tags such as \""
                                + tag.get().replace("tag:yaml.org,2002:", "!!")
                                + "\": what a value means is said by its attribute. Remove the tag.")
                .at(source.place(last)));
        return true;
    }

    private static boolean isTagged(Optional<String> tag, String name) {
        return tag.isPresent() && tag.get().equals("tag:yaml.org,2002:" + name);
    }

    private boolean tooDeep() {
        return fatal(
                "Nested too deeply", "Lists and maps may stand in each other at most " + DEEPEST + " levels deep.");
    }

    private boolean fatal(String summary, String detail) {
        faults.accept(Diagnostic.error(summary, detail).at(source.place(last)));
        return false;
    }

    /** One String for each short word: files of many declarations repeat themselves. */
    private String word(String text) {
        if (text.length() > SHORT || words.size() >= MOST_WORDS) {
            return words.getOrDefault(text, text);
        }
        String known = words.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static @Nullable String name(Optional<Anchor> anchor) {
        return anchor.map(Anchor::getValue).orElse(null);
    }

    private static long span(Event event, Mark start) {
        if (event.getEventId() != Event.ID.Scalar && event.getEventId() != Event.ID.Alias) {
            return Span.of(start.getLine(), start.getColumn(), 1);
        }
        Mark end = event.getEndMark().orElse(start);
        return end.getLine() == start.getLine()
                ? Span.of(start.getLine(), start.getColumn(), end.getColumn() - start.getColumn())
                : Span.fromHere(start.getLine(), start.getColumn());
    }

    private record Anchored(Node node, int nodes, int height) {}
}

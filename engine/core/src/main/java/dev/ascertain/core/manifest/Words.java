package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.DidYouMean;
import dev.ascertain.core.source.Node;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The turns of phrase of which messages are made. */
final class Words {
    /** Characters that are quoted of a text; a message is no place for a whole file. */
    private static final int LONGEST = 80;

    private Words() {}

    static String quoted(String text) {
        return text.length() <= LONGEST
                ? "\"" + text + "\""
                : "\"" + text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST))) + "…\"";
    }

    /** {@code "a", "b" and "c"}. */
    static String all(Collection<String> words) {
        return joined(words, " and ");
    }

    /** {@code "a", "b" or "c"}. */
    static String any(Collection<String> words) {
        return joined(words, " or ");
    }

    /** A line of its own with the nearest of the words, or with all of them if none is near. */
    static String hint(String word, Collection<String> known) {
        return DidYouMean.sentence(word, known)
                .map(sentence -> "\n" + sentence)
                .orElseGet(() ->
                        known.isEmpty() ? "" : "\nThere " + (known.size() == 1 ? "is " : "are ") + all(known) + ".");
    }

    /** What a part of the tree is, after "this is". */
    static String kind(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.isNull() ? "no value" : "a single value";
            case Node.Sequence _ -> "a list";
            case Node.Mapping _ -> "a map";
            case Node.Faulty _ -> "faulty";
        };
    }

    private static String joined(Collection<String> words, String last) {
        List<String> quoted = words.stream().map(Words::quoted).toList();
        if (quoted.size() < 2) {
            return String.join("", quoted);
        }
        return quoted.subList(0, quoted.size() - 1).stream().collect(Collectors.joining(", "))
                + last
                + quoted.getLast();
    }
}

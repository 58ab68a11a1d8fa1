package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text taken apart at its <code>${…}</code>. */
record Template(List<Part> parts) {
    /** {@code NAME}, or {@code NAME:-default}. */
    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?", Pattern.DOTALL);

    private static final List<String> NAMESPACES = List.of("env", "file", "each");

    Template {
        parts = List.copyOf(parts);
    }

    /** A part of the text. */
    sealed interface Part {}

    record Literal(String text) implements Part {}

    /** <code>${env.NAME}</code> or <code>${env.NAME:-default}</code>. */
    record Variable(String name, @Nullable String fallback, Position position) implements Part {}

    /** <code>${file.PATH}</code>. */
    record FileContent(String path, Position position) implements Part {}

    /** <code>${each.COLUMN}</code>. */
    record Column(String name, Position position) implements Part {}

    /** What looks like one of these, and is none. */
    record Broken(String summary, String detail, Position position) implements Part {}

    /**
     * @param dollar which of the text's dollar signs it begins with, from 0
     * @param written the reference as it stands in the text
     */
    record Position(int dollar, String written) {}

    static Template of(String text) {
        var parts = new ArrayList<Part>();
        int from = 0;
        int dollars = 0;
        int at = text.indexOf('$');
        while (at >= 0) {
            int next = at + 1;
            if (text.startsWith("$${", at)) {
                parts.add(new Literal(text.substring(from, at) + "${"));
                next = from = at + 3;
                dollars++;
            } else if (text.startsWith("${", at)) {
                parts.add(new Literal(text.substring(from, at)));
                int close = text.indexOf('}', at);
                int end = close < 0 ? text.length() : close + 1;
                var position = new Position(dollars, text.substring(at, end));
                parts.add(close < 0 ? unclosed(position) : reference(text.substring(at + 2, close), position));
                dollars += (int)
                        position.written.chars().skip(1).filter(c -> c == '$').count();
                next = from = end;
            }
            dollars++;
            at = text.indexOf('$', next);
        }
        parts.add(new Literal(text.substring(from)));
        return new Template(parts);
    }

    private static Part unclosed(Position position) {
        return new Broken(
                "Unclosed reference",
                "The \"${\" that begins here is never closed with \"}\". Write \"$${\" where the text \"${\" itself is"
                        + " meant.",
                position);
    }

    private static Part reference(String body, Position position) {
        int dot = body.indexOf('.');
        String namespace = dot < 0 ? body : body.substring(0, dot);
        String name = dot < 0 ? "" : body.substring(dot + 1);
        return switch (namespace) {
            case "env" -> variable(name, position);
            case "file" -> name.isBlank() ? nameless(namespace, position) : new FileContent(name.strip(), position);
            case "each" -> name.isBlank() ? nameless(namespace, position) : new Column(name, position);
            default -> unknown(body, namespace, position);
        };
    }

    private static Part variable(String name, Position position) {
        Matcher matcher = VARIABLE.matcher(name);
        return matcher.matches()
                ? new Variable(matcher.group(1), matcher.group(2), position)
                : new Broken(
                        "Invalid reference",
                        "Behind \"env.\" belongs the name of an environment variable, made of letters, digits and _,"
                                + " and if need be \":-\" and what holds where it is not set.",
                        position);
    }

    private static Part nameless(String namespace, Position position) {
        String what = namespace.equals("file") ? "the path of a file" : "the name of a column";
        return new Broken("Invalid reference", "Behind \"" + namespace + ".\" belongs " + what + ".", position);
    }

    private static Part unknown(String body, String namespace, Position position) {
        String hint = body.contains(".") || !VARIABLE.matcher(body).matches()
                ? DidYouMean.sentence(namespace, NAMESPACES)
                        .orElse("Write \"$${\" where the text \"${\" itself is meant.")
                : "Did you mean \"${env." + body + "}\"?";
        return new Broken(
                "Unknown reference",
                "A reference begins with \"env.\", \"file.\" or \"each.\"; there are no expressions and no functions."
                        + "\n" + hint,
                position);
    }
}

package dev.ascertain.core.source;

import dev.ascertain.core.diagnostic.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What the YAML library complains about, in plain words and with a place in the file. */
final class YamlFault {
    private static final String SUMMARY = "Not valid YAML";

    /** In this order: the first row whose words occur in the library's message, in lower case, is taken. */
    private static final List<Row> ROWS = List.of(
            new Row(
                    "mapping values are not allowed",
                    false,
                    "A colon cannot stand here. If it belongs to a text, put"
                            + " the text in quotes; else check the indentation of this line and the one above."),
            new Row(
                    "found unknown escape character",
                    false,
                    "In double quotes a backslash begins an escape, and this"
                            + " one does not exist. Use single quotes, or write two backslashes."),
            new Row(
                    "scanning a double-quoted scalar",
                    true,
                    "The escape in these quotes is not whole. Use single" + " quotes, or write two backslashes."),
            new Row("scanning a quoted scalar", true, "The quote that begins here is never closed."),
            new Row("do not use \\t", false, "Here stands a tab. YAML is indented with spaces only."),
            new Row(
                    "cannot start any token",
                    false,
                    "A value cannot begin with this character. Put the value in" + " quotes."),
            new Row(
                    "scanning an alias",
                    false,
                    "YAML reads a value that begins with * as an alias. Put the value in" + " quotes."),
            new Row(
                    "scanning an anchor",
                    false,
                    "YAML reads a value that begins with & as an anchor. Put the value in" + " quotes."),
            new Row(
                    "scanning a tag",
                    false,
                    "YAML reads a value that begins with ! as a tag. Put the value in" + " quotes."),
            new Row(
                    "directive",
                    false,
                    "YAML reads a line that begins with % as a directive. Put the value in" + " quotes."),
            new Row(
                    "could not find expected ':'",
                    true,
                    "This is neither a value nor \"key: value\". A key needs a" + " colon and a space behind it."),
            new Row(
                    "scanning a simple key",
                    true,
                    "This is neither a value nor \"key: value\". A key needs a colon" + " and a space behind it."),
            new Row(
                    "parsing a flow sequence",
                    true,
                    "The list that begins here with [ is not closed, or a comma is" + " missing in it."),
            new Row(
                    "parsing a flow mapping",
                    true,
                    "The map that begins here with { is not closed, or a comma is" + " missing in it."),
            new Row(
                    "parsing a block mapping",
                    false,
                    "This does not belong to the map above: check the indentation,"
                            + " and whether a colon or a quote is missing."),
            new Row(
                    "parsing a block collection",
                    false,
                    "This does not belong to the list above: check the"
                            + " indentation, and whether a \"- \" is missing."),
            new Row(
                    "sequence entries are not allowed",
                    false,
                    "A list cannot begin here. Put each \"- \" on a line of" + " its own, indented alike."),
            new Row("mapping keys are not allowed", false, "A key cannot begin here. Put it on a line of its own."),
            new Row("block scalar", false, "Behind | or > only + or -, a number from 1 to 9, or a comment can stand."),
            new Row("document start", false, "Here the document was at its end. Check the indentation of this line."));

    private YamlFault() {}

    /**
     * @param last where the last event was, for faults without a place of their own
     */
    static Diagnostic of(SourceText source, YamlEngineException e, long last) {
        if (!(e instanceof MarkedYamlEngineException marked)) {
            return unknown(source, last);
        }
        String message = (marked.getContext() + " " + marked.getProblem()).toLowerCase(Locale.ROOT);
        Optional<Row> row = ROWS.stream().filter(r -> message.contains(r.words)).findFirst();
        boolean inContext = row.isPresent() && row.get().atContext;
        Optional<Mark> mark = inContext ? marked.getContextMark().or(marked::getProblemMark) : marked.getProblemMark();
        long span = mark.map(m -> Span.of(m.getLine(), m.getColumn(), 1)).orElse(last);
        return row.map(r -> Diagnostic.error(SUMMARY, r.sentences).at(source.place(span)))
                .orElseGet(() -> unknown(source, span));
    }

    static Diagnostic unknown(SourceText source, long span) {
        return Diagnostic.error(SUMMARY, "From here on this cannot be read as YAML 1.2.")
                .at(source.place(span));
    }

    static Diagnostic unprintable(SourceText source, int offset) {
        return Diagnostic.error(
                        "Control character",
                        "The character U+%04X cannot stand in a YAML file. Remove it, or write it as an escape in double quotes."
                                .formatted(source.text().codePointAt(offset)))
                .at(source.at(offset));
    }

    static Diagnostic noAnchor(String name) {
        return Diagnostic.error(
                "Unknown alias",
                "YAML reads a value that begins with * as an alias, and no anchor &" + name
                        + " was closed before it. If a text is meant, such as a wildcard, put it in quotes: \"*" + name
                        + "\".");
    }

    /**
     * @param words of the library's message
     * @param atContext whether the place is where the thing began rather than where the library gave up
     */
    private record Row(String words, boolean atContext, String sentences) {}
}

package dev.ascertain.core.manifest;

import dev.ascertain.core.source.Node;
import dev.ascertain.core.source.Node.Entry;
import dev.ascertain.core.source.Node.Mapping;
import dev.ascertain.core.source.Node.Scalar;
import dev.ascertain.core.source.SourceFile;
import dev.ascertain.core.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file (RFC 4180, UTF-8, at most 10 MiB) as elements: the first row names the columns, one of which
 * is the key. Space around a value is no part of it, and empty lines are passed over.
 */
final class CsvElements {
    private static final int MOST_BYTES = 10 << 20;
    private static final String SUMMARY = "Invalid CSV file";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    private final Scope scope;
    private final SourceText source;
    private final String keyColumn;
    private final long keySpan;
    private final List<Element> elements = new ArrayList<>();
    private final Map<String, Integer> keys = new HashMap<>();
    /** The line in which the row before ended. */
    private long lineBefore;

    private boolean isFull;

    private CsvElements(Scope scope, SourceText source, Scalar key) {
        this.scope = scope;
        this.source = source;
        this.keyColumn = key.text();
        this.keySpan = key.span();
    }

    static List<Element> read(Mapping mapping, Scope scope) {
        Keys.check(mapping, List.of("csv", "key"), scope, "for_each over a CSV file");
        Scalar file = part(mapping, "csv", scope);
        Scalar key = part(mapping, "key", scope);
        SourceText source = file == null ? null : source(file, scope);
        if (source == null || key == null) {
            return List.of();
        }
        var reader = new CsvElements(scope, source, key);
        reader.read();
        return reader.elements;
    }

    private static @Nullable Scalar part(Mapping mapping, String name, Scope scope) {
        Node node = mapping.entry(name).map(Entry::value).orElse(null);
        if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
            return scalar;
        }
        if (!(node instanceof Node.Faulty)) {
            scope.error(
                    mapping.entry(name).map(Entry::span).orElse(mapping.span()),
                    "Invalid for_each",
                    "for_each over a CSV file says which file and which of its columns is the key: {csv: FILE, key:"
                            + " COLUMN}.");
        }
        return null;
    }

    private static @Nullable SourceText source(Scalar file, Scope scope) {
        String manifest = scope.source().file();
        Path path = Outside.beside(manifest, file.text());
        if (path == null) {
            scope.faults()
                    .add(Outside.notAPath(file.shown())
                            .at(scope.place(file.span()))
                            .in(scope.subject()));
            return null;
        }
        scope.faults().reading(path.toString());
        String text = new SourceFile(path, path.toString(), MOST_BYTES, UnaryOperator.identity())
                .read(fault -> scope.faults()
                        .add((fault.place() == null ? fault.at(scope.place(file.span())) : fault).in(scope.subject())));
        return text == null ? null : new SourceText(path.toString(), text, UnaryOperator.identity());
    }

    private void read() {
        int errors = scope.faults().errors();
        try (CSVParser parser = CSVParser.parse(source.text(), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> header = records.hasNext() ? header(records.next()) : noHeader();
            lineBefore = parser.getCurrentLineNumber();
            while (!header.isEmpty() && !isFull && records.hasNext()) {
                row(header, records.next());
                lineBefore = parser.getCurrentLineNumber();
            }
            if (scope.faults().errors() == errors && elements.isEmpty()) {
                ForEach.empty(scope, keySpan);
            }
        } catch (IOException | UncheckedIOException e) {
            // Its message names the line only within a sentence of its own.
            error("The quotes are not in order from this row on: a quote within quotes is written twice, and nothing"
                    + " stands between a closing quote and the next comma.");
        }
    }

    private List<String> noHeader() {
        scope.error(keySpan, SUMMARY, Words.quoted(source.file()) + " is empty: its first row names the columns.");
        return List.of();
    }

    /** The names of the columns; empty if they are of no use. */
    private List<String> header(CSVRecord first) {
        List<String> names = first.toList();
        if (names.contains("") || Set.copyOf(names).size() < names.size()) {
            error("The first row names the columns. Each needs a name of its own.");
            return List.of();
        }
        if (!names.contains(keyColumn)) {
            scope.error(
                    keySpan,
                    "Unknown column",
                    Words.quoted(source.file()) + " has no column " + Words.quoted(keyColumn) + "."
                            + Words.hint(keyColumn, names));
            return List.of();
        }
        return names;
    }

    private void row(List<String> header, CSVRecord record) {
        if (record.size() != header.size()) {
            error("This row has another number of values than the first row has columns: " + record.size()
                    + " instead of " + header.size() + ".");
            return;
        }
        var columns = new LinkedHashMap<String, Scalar>();
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i), new Scalar(record.get(i), record.get(i), false, 0));
        }
        String key = record.get(header.indexOf(keyColumn));
        if (key.isEmpty()) {
            error("The column " + Words.quoted(keyColumn) + " is the key, so it cannot be empty.");
            return;
        }
        Integer before = keys.putIfAbsent(key, line());
        if (before != null) {
            error("There is a row with the key " + Words.quoted(key) + " already, in line " + before
                    + ". Each address can occur only once.");
        } else if (elements.size() == ForEach.MOST) {
            ForEach.tooMany(scope, keySpan);
            isFull = true;
        } else {
            elements.add(new Element(key, columns));
        }
    }

    private void error(String detail) {
        scope.error(source.line(line()), SUMMARY, detail);
    }

    /** The line in which the row at hand begins, from 1. */
    private int line() {
        int line = (int) lineBefore + 1;
        while (line < source.lines() && source.line(line).sourceLine().isBlank()) {
            line++;
        }
        return line;
    }
}

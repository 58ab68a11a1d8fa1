package dev.ascertain.cli.report;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.diagnostic.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Test results: one suite for each account, one case for each verification. Attributes and their order are those that
 * both Jenkins' and Surefire's descriptions of the format know.
 */
final class Junit {
    /** Where what went wrong with the run itself is told. */
    private static final String RUN = "the run";

    private final Report report;
    private final XMLStreamWriter xml;

    private Junit(Report report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    static void write(Report report, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new Junit(report, xml).write();
            xml.flush();
        } catch (XMLStreamException refused) {
            throw refused.getNestedException() instanceof IOException cause ? cause : new IOException(refused);
        }
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        begin("testsuites");
        xml.writeAttribute("name", "ascertain " + report.run().command());
        count(Stream.of(Weight.values()).collect(Collectors.toMap(weight -> weight, this::countOf)), false);
        if (!report.faults().isEmpty()) {
            writeRun(report.faults());
        }
        for (var account : accounts().entrySet()) {
            writeSuite(account.getKey(), account.getValue());
        }
        end();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private long countOf(Weight weight) {
        long faults = weight == Weight.ERROR ? report.faults().size() : 0;
        return faults
                + report.rows().stream().filter(row -> row.weight() == weight).count();
    }

    private Map<String, List<Row>> accounts() {
        return report.rows().stream()
                .collect(Collectors.groupingBy(row -> row.about().account(), TreeMap::new, Collectors.toList()));
    }

    /**
     * @param skipped whether there is a place for what was skipped: not in the outermost element
     */
    private void count(Map<Weight, Long> counts, boolean skipped) throws XMLStreamException {
        long tests = counts.values().stream().mapToLong(Long::longValue).sum();
        xml.writeAttribute("tests", Long.toString(tests));
        xml.writeAttribute("failures", Long.toString(counts.getOrDefault(Weight.FAILURE, 0L)));
        xml.writeAttribute("errors", Long.toString(counts.getOrDefault(Weight.ERROR, 0L)));
        if (skipped) {
            xml.writeAttribute("skipped", Long.toString(counts.getOrDefault(Weight.WARNING, 0L)));
        }
        xml.writeAttribute("time", "0");
    }

    private void writeRun(List<Diagnostic> faults) throws XMLStreamException {
        beginSuite(RUN, Map.of(Weight.ERROR, (long) faults.size()));
        int number = 0;
        for (Diagnostic fault : faults) {
            number++;
            beginCase(RUN, number + ": " + Visible.line(fault.summary()));
            problem("error", "fault", Visible.line(fault.summary()), Visible.line(fault.detail()));
            end();
        }
        end();
    }

    private void writeSuite(String account, List<Row> rows) throws XMLStreamException {
        beginSuite(account, rows.stream().collect(Collectors.groupingBy(Row::weight, Collectors.counting())));
        for (Row row : rows) {
            writeCase(row);
        }
        end();
    }

    private void beginSuite(String name, Map<Weight, Long> counts) throws XMLStreamException {
        begin("testsuite");
        xml.writeAttribute("name", name);
        count(counts, true);
        xml.writeAttribute(
                "timestamp",
                report.run().at().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""));
        begin("properties");
        property("format_version", Report.FORMAT_VERSION);
        property("ascertain_version", report.run().version());
        property("complete", Boolean.toString(report.run().complete()));
        property("exit_code", Integer.toString(report.run().exit().code().number()));
        end();
    }

    private void property(String name, String value) throws XMLStreamException {
        begin("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", value);
        xml.writeEndElement();
    }

    private void beginCase(String of, String name) throws XMLStreamException {
        begin("testcase");
        xml.writeAttribute("name", name);
        xml.writeAttribute("classname", of);
        xml.writeAttribute("time", "0");
    }

    private void writeCase(Row row) throws XMLStreamException {
        beginCase(row.about().type(), row.about().name());
        switch (row.weight()) {
            case ERROR -> problem("error", row);
            case FAILURE -> problem("failure", row);
            case WARNING -> skipped(row);
            case NOTE -> note(row);
            case NONE -> {}
        }
        end();
    }

    private void problem(String element, Row row) throws XMLStreamException {
        problem(element, row.why().code(), row.sentence(), text(row));
    }

    private void problem(String element, String type, String message, String text) throws XMLStreamException {
        begin(element);
        xml.writeAttribute("message", message);
        xml.writeAttribute("type", type);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void skipped(Row row) throws XMLStreamException {
        begin("skipped");
        xml.writeAttribute("message", row.sentence());
        xml.writeCharacters(text(row));
        xml.writeEndElement();
    }

    private void note(Row row) throws XMLStreamException {
        begin("system-out");
        xml.writeCharacters("warning: " + row.why().whole());
        xml.writeEndElement();
    }

    private static String text(Row row) {
        var lines = Stream.concat(Stream.of(row.sentence()), row.details().stream());
        return Stream.concat(lines, Stream.of("declared in " + row.about().place()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void begin(String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
    }

    private void end() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }
}

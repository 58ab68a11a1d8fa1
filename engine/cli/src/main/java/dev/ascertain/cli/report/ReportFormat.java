package dev.ascertain.cli.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms that a result can be written in. */
public enum ReportFormat {
    /** The plan or the outcomes, whole. */
    JSON,
    /** Test results as JUnit and Surefire write them. */
    JUNIT,
    /** For people: a comment, a step summary. */
    MARKDOWN,
    /** For people: one page to be searched, filtered, printed. */
    HTML,
    /** For the textfile collector of Prometheus' node exporter. */
    PROMETHEUS,
    /** Annotations as GitHub's runner reads them. */
    GITHUB,
    /** Results of a static analysis, version 2.1.0. */
    SARIF,
    /** GitLab's code quality. */
    GITLAB;

    /** The word on the command line, such as {@code junit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format that a word on the command line stands for. */
    public static Optional<ReportFormat> named(String word) {
        return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
    }

    /** All words in one sentence, such as {@code json, junit}. */
    public static String words() {
        return Stream.of(values()).map(ReportFormat::word).collect(Collectors.joining(", "));
    }

    /**
     * Writes the report in UTF-8; the stream stays open.
     *
     * @throws IOException if the stream refuses
     */
    public void write(Report report, OutputStream out) throws IOException {
        switch (this) {
            case JSON -> report.document().writeTo(out);
            case JUNIT -> Junit.write(report, out);
            case MARKDOWN -> Summary.write(report, out);
            case HTML -> Html.write(report, out);
            case PROMETHEUS -> Prometheus.write(report, out);
            case GITHUB -> Github.write(report, out);
            case SARIF -> Sarif.write(report, out);
            case GITLAB -> Gitlab.write(report, out);
        }
    }
}

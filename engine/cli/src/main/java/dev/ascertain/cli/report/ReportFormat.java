package dev.ascertain.cli.report;

import dev.ascertain.core.file.AtomicFile;
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
    GITLAB,
    /** The counts of GitLab's Terraform widget. */
    GITLAB_TERRAFORM,
    /** A message for Slack. */
    SLACK,
    /** What a program of your own is told. */
    WEBHOOK;

    /** The word on the command line, such as {@code junit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The format that a word on the command line stands for. */
    public static Optional<ReportFormat> named(String word) {
        return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
    }

    /** All words within a sentence, such as {@code json, junit}. */
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
            case GITLAB_TERRAFORM -> GitlabTerraform.write(report, out);
            case SLACK, WEBHOOK -> write(News.of(report), out);
        }
    }

    /** Whether it is meant to be sent. */
    public boolean isMessage() {
        return this == SLACK || this == WEBHOOK;
    }

    /**
     * Who may read its file: mostly nobody but its owner, as it holds what must be published. What Prometheus reads
     * holds no such thing, and its collector is another user.
     */
    public AtomicFile.Readers readers() {
        return this == PROMETHEUS ? AtomicFile.Readers.EVERYBODY : AtomicFile.Readers.OWNER;
    }

    /**
     * Writes a message in UTF-8; the stream stays open.
     *
     * @throws IOException if the stream refuses
     * @throws IllegalStateException if this is not {@link #isMessage}
     */
    public void write(News news, OutputStream out) throws IOException {
        switch (this) {
            case SLACK -> Slack.write(news, out);
            case WEBHOOK -> Webhook.write(news, out);
            case JSON, JUNIT, MARKDOWN, HTML, PROMETHEUS, GITHUB, SARIF, GITLAB, GITLAB_TERRAFORM ->
                throw new IllegalStateException(this + " is no message");
        }
    }
}

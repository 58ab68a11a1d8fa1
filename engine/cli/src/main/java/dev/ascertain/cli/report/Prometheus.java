package dev.ascertain.cli.report;

import dev.ascertain.core.judge.Verdict;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text format of Prometheus, version 0.0.4. Labels hold names from the manifests, and never what a provider asks to
 * publish. Of many verifications only sums are told, so that a dashboard's memory is spared.
 */
final class Prometheus {
    /** Up to so many verifications have series of their own. */
    static final int MOST = 5_000;

    private final Report report;
    private final Writer out;

    private Prometheus(Report report, Writer out) {
        this.report = report;
        this.out = out;
    }

    static void write(Report report, OutputStream stream) throws IOException {
        var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        new Prometheus(report, out).write();
        out.flush();
    }

    private void write() throws IOException {
        boolean each = report.rows().size() <= MOST;
        writeRun(each ? "each" : "summary");
        writeSums();
        if (each) {
            writeEach();
        }
    }

    private void writeRun(String form) throws IOException {
        Report.Run run = report.run();
        family("ascertain_run_info", "What made this file.");
        sample(
                "ascertain_run_info",
                labels(
                        "command",
                        run.command(),
                        "version",
                        run.version(),
                        "format_version",
                        Report.FORMAT_VERSION,
                        "form",
                        form),
                1);
        family("ascertain_run_timestamp_seconds", "When the run looked.");
        sample("ascertain_run_timestamp_seconds", "", run.at().getEpochSecond());
        family("ascertain_run_complete", "Whether everything was asked for.");
        sample("ascertain_run_complete", "", run.complete() ? 1 : 0);
        family("ascertain_run_exit_code", "What the run ended with.");
        sample("ascertain_run_exit_code", "", run.exit().code().number());
    }

    private void writeSums() throws IOException {
        family("ascertain_verifications", "How many verifications there are.");
        var counts = new TreeMap<>(count(row -> labels(
                "provider", row.about().account(),
                "state", row.verdict().word(),
                "weight", row.weight().name().toLowerCase(Locale.ROOT))));
        for (var each : counts.entrySet()) {
            sample("ascertain_verifications", each.getKey(), each.getValue());
        }
        family("ascertain_open_reasons", "How many verifications are not as expected, or have a warning, by reason.");
        var reasons = new TreeMap<>(report.open().stream()
                .collect(Collectors.groupingBy(
                        row -> labels(
                                "provider", row.about().account(),
                                "reason", row.why().code()),
                        Collectors.counting())));
        for (var each : reasons.entrySet()) {
            sample("ascertain_open_reasons", each.getKey(), each.getValue());
        }
    }

    private Map<String, Long> count(Function<Row, String> labels) {
        return report.rows().stream().collect(Collectors.groupingBy(labels, Collectors.counting()));
    }

    private void writeEach() throws IOException {
        family("ascertain_verification_state", "1 for the state that a verification is in, 0 for all others.");
        for (Row row : report.rows()) {
            for (Verdict state : Verdict.ofChanges()) {
                sample(
                        "ascertain_verification_state",
                        named(row, "state", state.word()),
                        state == row.verdict() ? 1 : 0);
            }
        }
        family("ascertain_verification_open", "Why a verification is not as expected, or what else is the matter.");
        for (Row row : report.open()) {
            sample(
                    "ascertain_verification_open",
                    named(row, "reason", row.why().code(), "owner", row.about().owner()),
                    1);
        }
        family("ascertain_verification_checks", "How often the run asked for a check.");
        for (Row row : report.rows()) {
            sample("ascertain_verification_checks", named(row), row.checks());
        }
        writeTimes(
                "ascertain_certificate_not_after_timestamp_seconds",
                "When the certificate in service expires.",
                row -> row.schedule().notAfter());
        writeTimes(
                "ascertain_verification_deadline_timestamp_seconds",
                "When the provider gives up, or what must be published stops counting.",
                Prometheus::deadline);
    }

    private static @Nullable Instant deadline(Row row) {
        List<Instant> times = Stream.of(row.schedule().givesUp(), row.schedule().tokenExpires())
                .filter(time -> time != null)
                .toList();
        return times.stream().min(Comparator.naturalOrder()).orElse(null);
    }

    private void writeTimes(String name, String help, Time time) throws IOException {
        family(name, help);
        for (Row row : report.rows()) {
            Instant at = time.of(row);
            if (at != null) {
                sample(name, named(row), at.getEpochSecond());
            }
        }
    }

    /** A time of a verification, if it is known. */
    private interface Time {
        @Nullable Instant of(Row row);
    }

    private void family(String name, String help) throws IOException {
        out.write("# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n");
    }

    private void sample(String name, String labels, long value) throws IOException {
        out.write(name + labels + " " + value + "\n");
    }

    private static String named(Row row, String... more) {
        Verification about = row.about();
        return labels(Stream.concat(
                        Stream.of(
                                "address", about.address(),
                                "instance_name", about.instance(),
                                "provider", about.account()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** Names and values by turns. */
    private static String labels(String... pairs) {
        var text = new StringBuilder("{");
        for (int at = 0; at < pairs.length; at += 2) {
            text.append(at == 0 ? "" : ",")
                    .append(pairs[at])
                    .append("=\"")
                    .append(escaped(pairs[at + 1]))
                    .append('"');
        }
        return text.append('}').toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}

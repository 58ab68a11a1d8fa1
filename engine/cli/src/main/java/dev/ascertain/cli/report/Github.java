package dev.ascertain.cli.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Annotations, as commands to GitHub's runner: {@code cat} the file in a step, and they stand at the manifest's lines.
 *
 * <p>The runner shows ten of a kind for each step; so the worst ten are written, and how many more there are.
 */
final class Github {
    private static final int MOST = 10;

    private Github() {}

    static void write(Report report, OutputStream out) throws IOException {
        var lines = new StringBuilder();
        List<Row> open = report.open();
        open.stream().limit(MOST).map(Github::annotation).forEach(lines::append);
        String more = open.size() > MOST ? " … %d more are not annotated.".formatted(open.size() - MOST) : "";
        String gate = report.gate().map(closed -> " " + closed).orElse("");
        lines.append("::notice title=Ascertain::")
                .append(data(report.run().title() + ": " + report.sentence() + more + gate))
                .append('\n');
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String annotation(Row row) {
        Verification about = row.about();
        return "::%s file=%s,line=%d,col=%d,title=%s::%s\n"
                .formatted(
                        command(row.weight()),
                        property(about.file()),
                        about.line(),
                        about.column(),
                        property(about.name()),
                        data(row.sentence()));
    }

    private static String command(Weight weight) {
        return switch (weight) {
            case ERROR, FAILURE -> "error";
            case WARNING -> "warning";
            case NOTE, NONE -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}

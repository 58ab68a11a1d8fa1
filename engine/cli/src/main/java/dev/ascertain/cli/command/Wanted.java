package dev.ascertain.cli.command;

import dev.ascertain.cli.post.AddressFault;
import dev.ascertain.cli.post.PostAddress;
import dev.ascertain.cli.report.ReportFormat;
import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.diagnostic.Visible;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One report: its form, and where it goes. */
record Wanted(ReportFormat format, Goal goal) {
    private static final String AUTO = "auto";
    private static final String FROM_ENVIRONMENT = "env:";
    private static final Pattern WORD = Pattern.compile("[\\w-]{1,40}");

    /** Reads all that was given; {@code auto} counts once, however often it is said. */
    static List<Wanted> all(List<String> given, Surroundings surroundings) {
        int auto = given.indexOf(AUTO);
        return IntStream.range(0, given.size())
                .filter(at -> at == auto || !given.get(at).equals(AUTO))
                .mapToObj(at -> read(given.get(at), surroundings))
                .flatMap(List::stream)
                .toList();
    }

    /** What a value of {@code --report} can begin with, for completion. */
    static List<String> beginnings() {
        return Stream.concat(Stream.of(ReportFormat.values()).map(format -> format.word() + "="), Stream.of(AUTO))
                .toList();
    }

    /**
     * Reads what was given to {@code --report}. Of an address nothing is repeated, also where the rest is wrong.
     *
     * @return several for {@code auto}, or none
     * @throws Ending if it cannot be understood
     */
    private static List<Wanted> read(String given, Surroundings surroundings) {
        if (given.equals(AUTO)) {
            return AutoReports.wanted(surroundings);
        }
        int end = given.indexOf('=');
        String word = end < 0 ? given : given.substring(0, end);
        if (word.equals(AUTO)) {
            throw refused(AUTO, "it stands alone, without a file: it chooses formats and files by itself");
        }
        ReportFormat format = ReportFormat.named(word).orElseThrow(() -> unknown(word));
        if (end < 0 || end == given.length() - 1) {
            throw refused(word, "the file is missing, as in --report %s=FILE".formatted(word));
        }
        return List.of(new Wanted(format, goal(format, given.substring(end + 1), surroundings)));
    }

    private static Goal goal(ReportFormat format, String target, Surroundings surroundings) {
        boolean variable = target.startsWith(FROM_ENVIRONMENT);
        if (!variable && !PostAddress.isMeant(target)) {
            return file(format, target);
        }
        if (!format.isMessage()) {
            throw refused(format.word(), "that is written into a file; only slack and webhook are sent to an address");
        }
        return new Goal.Sent(address(format, variable ? value(format, target, surroundings) : target));
    }

    private static Goal file(ReportFormat format, String target) {
        try {
            return new Goal.InFile(Path.of(target));
        } catch (InvalidPathException noPath) {
            throw refused(format.word(), "that is no name of a file");
        }
    }

    private static String value(ReportFormat format, String target, Surroundings surroundings) {
        String name = target.substring(FROM_ENVIRONMENT.length());
        String value = surroundings.variable(name);
        if (value.isBlank()) {
            throw refused(
                    format.word() + "=" + FROM_ENVIRONMENT + Visible.line(name, 100),
                    "that variable is not set, or is empty; let it hold the address to send to");
        }
        return value;
    }

    private static PostAddress address(ReportFormat format, String address) {
        try {
            return PostAddress.of(address);
        } catch (AddressFault fault) {
            throw refused(
                    format.word(),
                    fault.getMessage() + "; write it like https://hooks.slack.com/services/…, or env:NAME for the"
                            + " environment variable that holds it");
        }
    }

    private static Ending unknown(String word) {
        return WORD.matcher(word).matches()
                ? refused(
                        word,
                        "there is no format \"%s\"; there are %s and auto, as in --report junit=result.xml"
                                .formatted(word, ReportFormat.words()))
                : Ending.of(
                        ExitCode.USAGE,
                        "Unknown report",
                        "--report: that names no format; there are %s and auto, as in --report junit=result.xml."
                                .formatted(ReportFormat.words()));
    }

    private static Ending refused(String word, String why) {
        return Ending.of(ExitCode.USAGE, "Unknown report", "--report %s: %s.".formatted(word, why));
    }
}

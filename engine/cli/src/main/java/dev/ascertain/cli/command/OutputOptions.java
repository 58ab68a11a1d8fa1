package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.Progress;
import dev.ascertain.cli.view.Screen;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command shows what it does: the same for all of them. */
final class OutputOptions {
    private static final int USUAL = 80;
    private static final int NARROWEST = 24;

    /** When colour is used. */
    enum Colour {
        auto,
        always,
        never
    }

    @Option(names = "--json", description = "Write events as JSON, one a line, to standard output, and nothing else.")
    boolean json;

    @Option(
            names = "--json-into",
            paramLabel = "FILE",
            description = "Write those events into a file, beside the text on standard output.")
    @Nullable Path jsonInto;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Use colour: auto (default), always or never. Decides over NO_COLOR.")
    @Nullable Colour colour;

    @Option(names = "--no-color", description = "Use no colour.")
    boolean noColour;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show errors and one line of result only.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "List what is as expected too, and show long values whole.")
    boolean verbose;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            description =
                    "Log to standard error: error, warn, info, debug or trace; off by default. ASCERTAIN_LOG does the same.")
    @Nullable String logLevel;

    /** What standard output is laid out for. */
    Screen results(Surroundings surroundings) {
        return screen(surroundings, surroundings.window().out());
    }

    /** What standard error is laid out for. */
    Screen messages(Surroundings surroundings) {
        return screen(surroundings, surroundings.window().err());
    }

    /** How progress is told. */
    Progress.Mode progress(Surroundings surroundings) {
        if (quiet) {
            return Progress.Mode.SILENT;
        }
        boolean live = surroundings.window().err() && !isDumb(surroundings);
        if (live) {
            return Progress.Mode.LIVE;
        }
        return json ? Progress.Mode.SILENT : Progress.Mode.LINES;
    }

    private Screen screen(Surroundings surroundings, boolean terminal) {
        int columns = terminal ? columns(surroundings) : USUAL;
        return new Screen(
                Math.min(columns, USUAL),
                terminal ? columns : Integer.MAX_VALUE,
                isUnicode(surroundings),
                isColoured(surroundings, terminal),
                surroundings.zone());
    }

    private static int columns(Surroundings surroundings) {
        int known = surroundings.window().columns();
        if (known > 0) {
            return Math.max(NARROWEST, known);
        }
        String told = surroundings.variable("COLUMNS");
        return told.matches("[0-9]{1,4}") ? Math.max(NARROWEST, Integer.parseInt(told)) : USUAL;
    }

    /** The first of the three variables that is set decides, as everywhere in POSIX. */
    private static boolean isUnicode(Surroundings surroundings) {
        String locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(surroundings::variable)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("C")
                .toLowerCase(Locale.ROOT);
        return locale.contains("utf-8") || locale.contains("utf8");
    }

    private boolean isColoured(Surroundings surroundings, boolean terminal) {
        if (noColour || colour == Colour.never) {
            return false;
        }
        if (colour == Colour.always) {
            return true;
        }
        return terminal && surroundings.variable("NO_COLOR").isEmpty() && !isDumb(surroundings);
    }

    private static boolean isDumb(Surroundings surroundings) {
        return surroundings.variable("TERM").equals("dumb");
    }
}

package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.Progress;
import dev.ascertain.cli.view.Screen;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** What is logged. */
    enum LogLevel {
        error,
        warn,
        info,
        debug,
        trace,
        off
    }

    boolean json;

    @Nullable Path jsonInto;

    @Nullable Colour colour;

    boolean noColour;
    boolean quiet;
    boolean verbose;

    @Nullable LogLevel logLevel;

    /**
     * @throws Ending if the events would take the place of what is to be read
     */
    void spare(Spared spared) {
        spared.require("--json-into", jsonInto, "events are saved beside it, such as events.jsonl");
    }

    void tell(Syntax syntax) {
        syntax.flag(
                        "--json",
                        "Write events as JSON, one a line, to standard output, and nothing else.",
                        given -> json = given)
                .value(
                        "--json-into FILE",
                        Path.class,
                        "Write those events into a file, beside the text on standard output.",
                        given -> jsonInto = given)
                .with(this::tellText);
    }

    /** Without the events: for a command that writes one result, and no stream. */
    void tellText(Syntax syntax) {
        syntax.value(
                        "--color WHEN",
                        Colour.class,
                        "Use colour: auto (default), always or never. Decides over NO_COLOR.",
                        given -> colour = given)
                .flag("--no-color", "Use no colour.", given -> noColour = given)
                .flag("-q --quiet", "Show errors and one line of result only.", given -> quiet = given)
                .flag(
                        "-v --verbose",
                        "List what is as expected too, and show long values whole.",
                        given -> verbose = given)
                .value(
                        "--log-level LEVEL",
                        LogLevel.class,
                        "Log to standard error: error, warn, info, debug or trace; off by default. ASCERTAIN_LOG does the same.",
                        given -> logLevel = given);
    }

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

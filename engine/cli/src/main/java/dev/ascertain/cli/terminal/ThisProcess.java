package dev.ascertain.cli.terminal;

import dev.ascertain.spi.ProviderFactory;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.ServiceLoader;

/** The surroundings of a real process. */
public final class ThisProcess {
    /** Set by the launcher: which of the file descriptors 0, 1 and 2 are terminals, and the columns of the window. */
    private static final String TERMINALS = "ascertain.terminals";

    private static final String COLUMNS = "ascertain.columns";

    private ThisProcess() {}

    /** Takes hold of the process's streams and signals. */
    public static Surroundings surroundings() {
        var stop = new Stop();
        var err = new Outlet(new FileOutputStream(FileDescriptor.err), () -> {});
        var out = new Outlet(new FileOutputStream(FileDescriptor.out), stop::request);
        Signals.handle(() -> {
            stop.request();
            err.print("\nStopping after the calls in flight; press Ctrl-C again to exit at once.\n");
        });
        return new Surroundings(
                System::getenv,
                Path.of(""),
                new FileInputStream(FileDescriptor.in),
                out,
                err,
                window(),
                Clock.systemUTC(),
                // The same in every log, and the table of time zones need not be read.
                ZoneOffset.UTC,
                stop,
                () -> List.copyOf(ServiceLoader.load(ProviderFactory.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList()));
    }

    /** Without the launcher nothing is known, and everything is taken for a pipe: no platform call tells of all three. */
    private static Surroundings.Window window() {
        String known = System.getProperty(TERMINALS, "");
        return new Surroundings.Window(
                known.contains("0"), known.contains("1"), known.contains("2"), Integer.getInteger(COLUMNS, 0));
    }
}

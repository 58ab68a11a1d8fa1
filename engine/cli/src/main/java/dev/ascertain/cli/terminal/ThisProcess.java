package dev.ascertain.cli.terminal;

import dev.ascertain.evidence.probe.ProbeSettings;
import dev.ascertain.evidence.probe.Probes;
import dev.ascertain.spi.ProviderFactory;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The surroundings of a real process. */
public final class ThisProcess {
    /** Set by the launcher: which of the file descriptors 0, 1 and 2 are terminals, and the columns of the window. */
    private static final String TERMINALS = "ascertain.terminals";

    private static final String COLUMNS = "ascertain.columns";

    /** Set by the launcher: the classes that a search of all its jars would find, which takes longer than a manifest. */
    private static final String PROVIDERS = "ascertain.providers";

    private ThisProcess() {}

    /** Takes hold of the process's streams and signals. */
    public static Surroundings surroundings() {
        var stop = new Stop();
        var err = new Outlet(new FileOutputStream(FileDescriptor.err), () -> {});
        var out = new Outlet(new FileOutputStream(FileDescriptor.out), stop::request);
        var keyboard = new Keyboard(new FileInputStream(FileDescriptor.in));
        Signals.handle(() -> {
            stop.request();
            if (!keyboard.isAwaited()) {
                err.print("\nStopping after the calls in flight; press Ctrl-C again to exit at once.\n");
            }
        });
        return new Surroundings(
                System::getenv,
                Path.of(""),
                keyboard,
                out,
                err,
                window(),
                Clock.systemUTC(),
                // The same in every log, and the table of time zones need not be read.
                ZoneOffset.UTC,
                stop,
                new Found(),
                (settings, context) -> Probes.of(ProbeSettings.of(settings), context));
    }

    /** Without the launcher nothing is known, and everything is taken for a pipe: no platform call tells of all three. */
    private static Surroundings.Window window() {
        String known = System.getProperty(TERMINALS, "");
        return new Surroundings.Window(
                known.contains("0"), known.contains("1"), known.contains("2"), Integer.getInteger(COLUMNS, 0));
    }

    /** The providers on the class path, looked for once: two threads ask for them. */
    private static final class Found implements Supplier<List<ProviderFactory>> {
        private @Nullable List<ProviderFactory> factories;

        @Override
        public synchronized List<ProviderFactory> get() {
            List<ProviderFactory> found = factories;
            if (found == null) {
                String known = System.getProperty(PROVIDERS, "");
                found = known.isEmpty() ? searched() : named(known.split(",", -1));
                factories = found;
            }
            return found;
        }

        private static List<ProviderFactory> searched() {
            return ServiceLoader.load(ProviderFactory.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        }

        private static List<ProviderFactory> named(String... classes) {
            var named = new ArrayList<ProviderFactory>();
            for (String name : classes) {
                try {
                    named.add(Class.forName(name)
                            .asSubclass(ProviderFactory.class)
                            .getConstructor()
                            .newInstance());
                } catch (ReflectiveOperationException missing) {
                    throw new IllegalStateException("this program was put together wrongly", missing);
                }
            }
            return List.copyOf(named);
        }
    }
}

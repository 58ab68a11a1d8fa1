package dev.ascertain.cli.terminal;

import dev.ascertain.evidence.Witness;
import dev.ascertain.spi.Pause;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that a run knows of the world outside, so that a whole run can take place within a test.
 *
 * @param environment gives the value of an environment variable, or null
 * @param folder the current folder
 * @param in where an approval is typed
 * @param out the result
 * @param err progress, warnings and errors
 * @param window what is known of the terminal
 * @param clock the only source of time
 * @param zone in which times are shown to people
 * @param pause the only way to wait; ends when the run is to stop
 * @param providers those that the program brings along
 * @param outlook how the world is looked at
 */
public record Surroundings(
        Function<String, @Nullable String> environment,
        Path folder,
        Keyboard in,
        Outlet out,
        Outlet err,
        Window window,
        Clock clock,
        ZoneId zone,
        Pause pause,
        Supplier<List<ProviderFactory>> providers,
        Outlook outlook) {

    /** The value of an environment variable; empty if it is not set. */
    public String variable(String name) {
        String value = environment.apply(name);
        return value == null ? "" : value;
    }

    /** Opens what looks at the world. Called at most once in a run, and only where there is something to look at. */
    @FunctionalInterface
    public interface Outlook {
        /** Nobody looks. */
        Outlook NONE = (_, _) -> Witness.BLIND;

        /**
         * What is opened is closed with the run.
         *
         * @param settings of the account {@code internet}; what is left out has its default
         */
        Witness open(Settings settings, RunContext context);
    }

    /**
     * What is known of the terminal.
     *
     * @param in whether a person can type
     * @param out whether the result is shown to a person
     * @param err whether progress is shown to a person
     * @param columns how wide it is; 0 if that is not known
     */
    public record Window(boolean in, boolean out, boolean err, int columns) {
        /** No terminal at all: a pipe, a file, a CI job. */
        public static final Window NONE = new Window(false, false, false, 0);
    }
}

package dev.ascertain.cli.command;

import dev.ascertain.cli.log.Log;
import dev.ascertain.cli.terminal.Outlet;
import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.JsonView;
import dev.ascertain.cli.view.Progress;
import dev.ascertain.cli.view.TextStyle;
import dev.ascertain.cli.view.TextView;
import dev.ascertain.cli.view.Ticker;
import dev.ascertain.cli.view.View;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.manifest.Catalog;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Manifests;
import dev.ascertain.core.manifest.Reading;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.RunContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the commands that read manifests or plans have in common: the providers there are, and a view. */
final class Session {
    private final Surroundings surroundings;
    private final Catalog catalog;
    private final View view;

    private Session(Surroundings surroundings, Catalog catalog, View view) {
        this.surroundings = surroundings;
        this.catalog = catalog;
        this.view = view;
    }

    /** Does a command's work; what ends it early is shown like everything else. */
    static ExitCode run(Surroundings surroundings, OutputOptions options, Function<Session, ExitCode> work) {
        Log.configure(options.logLevel, surroundings);
        Catalog catalog = Plugins.catalog(surroundings);
        var session = new Session(surroundings, catalog, view(surroundings, options, catalog));
        try {
            return work.apply(session);
        } catch (Ending ending) {
            session.view.diagnostics(List.of(ending.diagnostic()));
            return ending.code();
        }
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Catalog catalog() {
        return catalog;
    }

    View view() {
        return view;
    }

    RunContext context(int parallelism) {
        return new RunContext(surroundings.clock(), surroundings.pause(), parallelism, "ascertain/" + Version.text());
    }

    /**
     * Reads manifests; warnings are shown.
     *
     * @throws Ending if they have a fault; all but the last one are shown before
     */
    Configuration configuration(List<Path> paths, boolean recursive) {
        Reading reading = new Manifests(catalog, surroundings.environment()).read(resolved(paths), recursive);
        Configuration configuration = reading.configuration();
        if (configuration != null) {
            view.diagnostics(reading.diagnostics());
            return configuration;
        }
        view.diagnostics(reading.diagnostics().subList(0, reading.diagnostics().size() - 1));
        throw new Ending(ExitCode.MANIFEST, reading.diagnostics().getLast());
    }

    /** A path as the user gave it, seen from the current folder. */
    Path resolved(Path path) {
        return surroundings.folder().resolve(path);
    }

    private List<Path> resolved(List<Path> paths) {
        boolean elsewhere = !surroundings.folder().toString().isEmpty();
        if (paths.isEmpty() && elsewhere) {
            return List.of(surroundings.folder());
        }
        return paths.stream().map(this::resolved).toList();
    }

    /** The provider's name in sentences, by resource type; also of one that a saved plan knows and this run does not. */
    private static String title(Catalog catalog, String type) {
        return catalog.factoryOf(type).map(ProviderFactory::title).orElse("the provider");
    }

    private static View view(Surroundings surroundings, OutputOptions options, Catalog catalog) {
        var messages = options.messages(surroundings);
        var progress = new Progress(surroundings.err(), surroundings.clock(), options.progress(surroundings), messages);
        if (options.json) {
            return new JsonView(surroundings.out(), surroundings.clock(), Version.text());
        }
        if (options.progress(surroundings) == Progress.Mode.LIVE) {
            Ticker.start(progress);
        }
        var style = new TextStyle(
                options.results(surroundings), messages, type -> title(catalog, type), options.verbose, options.quiet);
        View text = new TextView(surroundings.out(), progress, surroundings.clock(), style);
        View events = eventsInto(options.jsonInto, surroundings);
        return events == null ? text : new View.Both(text, events);
    }

    private static @Nullable View eventsInto(@Nullable Path file, Surroundings surroundings) {
        if (file == null) {
            return null;
        }
        try {
            var outlet = new Outlet(Files.newOutputStream(surroundings.folder().resolve(file)), () -> {});
            return new JsonView(outlet, surroundings.clock(), Version.text());
        } catch (IOException refused) {
            throw new Ending(
                    ExitCode.ERROR,
                    Diagnostic.error("File not written", "--json-into %s: %s.".formatted(file, refused)));
        }
    }
}

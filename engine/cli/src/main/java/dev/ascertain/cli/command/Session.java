package dev.ascertain.cli.command;

import dev.ascertain.cli.log.Log;
import dev.ascertain.cli.terminal.Outlet;
import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.Exit;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.JsonView;
import dev.ascertain.cli.view.Progress;
import dev.ascertain.cli.view.TextStyle;
import dev.ascertain.cli.view.TextView;
import dev.ascertain.cli.view.Ticker;
import dev.ascertain.cli.view.View;
import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.file.FileFault;
import dev.ascertain.core.manifest.Catalog;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Credentials;
import dev.ascertain.core.manifest.Manifests;
import dev.ascertain.core.manifest.Reading;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Shared;
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
    private final Shared shared = new Shared();

    private Session(Surroundings surroundings, Catalog catalog, View view) {
        this.surroundings = surroundings;
        this.catalog = catalog;
        this.view = view;
    }

    /** Does a command's work; what ends it early is shown like everything else. */
    static ExitCode run(Surroundings surroundings, OutputOptions options, Function<Session, ExitCode> work) {
        Log.configure(options.logLevel == null ? null : options.logLevel.name(), surroundings);
        Catalog catalog = Plugins.catalog(surroundings);
        Outlet events = eventsInto(options.jsonInto, surroundings);
        var session = new Session(surroundings, catalog, view(surroundings, options, catalog, events));
        ExitCode code = session.finished(work);
        IOException refused = events == null ? null : events.failure();
        if (refused == null) {
            return code;
        }
        session.view.ended(
                Diagnostic.error(
                        "Events not written",
                        "--json-into %s cannot be written to: %s.\nEvents are missing there; the run itself went on without them."
                                .formatted(options.jsonInto, FileFault.why(refused))),
                ExitCode.ERROR);
        return ExitCode.ERROR;
    }

    private ExitCode finished(Function<Session, ExitCode> work) {
        try {
            return work.apply(this);
        } catch (Ending ending) {
            view.ended(ending.diagnostic(), ending.code());
            return ending.code();
        } finally {
            shared.close();
        }
    }

    /** Tells last why a run that came to a result ends as it does. An error that ends one early is told already. */
    ExitCode exited(Exit exit) {
        view.exited(exit);
        return exit.code();
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

    /** What the run lends; it is over with {@link #run}. */
    RunContext context(int parallelism) {
        return new RunContext(
                surroundings.clock(), surroundings.pause(), parallelism, "ascertain/" + Version.text(), shared);
    }

    /**
     * Reads manifests whose accounts can be used; warnings are shown.
     *
     * @throws Ending if they have a fault; all but the last one are shown before
     */
    Configuration configuration(List<Path> paths, boolean recursive) {
        return configuration(paths, recursive, Credentials.REQUIRED);
    }

    /** Reads manifests, with credentials or only to check what they say. */
    Configuration configuration(List<Path> paths, boolean recursive, Credentials credentials) {
        List<Path> given = resolved(paths);
        given.forEach(SavedPlan::requireNone);
        Reading reading = new Manifests(catalog, surroundings.environment()).read(given, recursive, credentials);
        Configuration configuration = reading.configuration();
        if (configuration != null) {
            view.diagnostics(reading.diagnostics());
            if (configuration.declarations().isEmpty()) {
                view.diagnostics(
                        List.of(Diagnostic.warning("No verifications", "No verifications: nothing is gated.")));
            }
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

    /** The provider's name in sentences, by resource type. */
    String vendor(String type) {
        return title(catalog, type);
    }

    /** The provider's name in sentences, by resource type; also of one that a saved plan knows and this run does not. */
    private static String title(Catalog catalog, String type) {
        return catalog.factoryOf(type).map(ProviderFactory::title).orElse("the provider");
    }

    private static View view(
            Surroundings surroundings, OutputOptions options, Catalog catalog, @Nullable Outlet events) {
        var messages = options.messages(surroundings);
        var progress = new Progress(surroundings.err(), surroundings.clock(), options.progress(surroundings), messages);
        if (options.json) {
            View lines = new JsonView(surroundings.out(), surroundings.clock(), Version.text());
            return beside(lines, events, surroundings);
        }
        if (options.progress(surroundings) == Progress.Mode.LIVE) {
            Ticker.start(progress);
        }
        var style = new TextStyle(
                options.results(surroundings), messages, type -> title(catalog, type), options.verbose, options.quiet);
        View text = new TextView(surroundings.out(), progress, surroundings.clock(), style);
        return beside(text, events, surroundings);
    }

    private static View beside(View shown, @Nullable Outlet events, Surroundings surroundings) {
        return events == null
                ? shown
                : new View.Both(shown, new JsonView(events, surroundings.clock(), Version.text()));
    }

    private static @Nullable Outlet eventsInto(@Nullable Path file, Surroundings surroundings) {
        if (file == null) {
            return null;
        }
        try {
            return new Outlet(Files.newOutputStream(surroundings.folder().resolve(file)), () -> {});
        } catch (IOException refused) {
            throw new Ending(
                    ExitCode.ERROR,
                    Diagnostic.error(
                            "Events not written",
                            "--json-into %s cannot be written to: %s.".formatted(file, FileFault.why(refused))));
        }
    }
}

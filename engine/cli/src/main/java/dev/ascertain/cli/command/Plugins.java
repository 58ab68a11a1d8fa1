package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.manifest.Catalog;
import dev.ascertain.spi.ProviderFactory;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The providers there are: those that the program brings along, and those of the folder {@code ASCERTAIN_PLUGINS}. */
final class Plugins {
    private static final String VARIABLE = "ASCERTAIN_PLUGINS";

    private Plugins() {}

    /**
     * @throws Ending if the folder or one of its jars cannot be used
     */
    static Catalog catalog(Surroundings surroundings) {
        var factories = new ArrayList<>(surroundings.providers().get());
        String folder = surroundings.variable(VARIABLE);
        if (!folder.isEmpty()) {
            factories.addAll(load(surroundings.folder().resolve(folder)));
        }
        try {
            return Catalog.of(factories);
        } catch (IllegalArgumentException clash) {
            throw unusable(clash.getMessage() + ". Remove one of the plug-ins.");
        }
    }

    private static List<ProviderFactory> load(Path folder) {
        URL[] jars = jars(folder);
        // Open for as long as the program runs: classes are read from it until the end.
        var loader = new URLClassLoader(jars, Plugins.class.getClassLoader());
        try {
            return ServiceLoader.load(ProviderFactory.class, loader).stream()
                    .filter(found -> found.type().getClassLoader() == loader)
                    .map(ServiceLoader.Provider::get)
                    .map(Plugins::asked)
                    .toList();
        } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
            throw unusable(folder + " holds a plug-in that cannot be loaded: "
                    + Objects.requireNonNullElse(broken.getMessage(), broken.toString())
                    + ". It may have been built for another version of Ascertain.");
        }
    }

    /** A plug-in that was built for another version shows it when it is asked, not when it is loaded. */
    private static ProviderFactory asked(ProviderFactory factory) {
        Catalog.of(List.of(factory));
        Objects.requireNonNull(factory.title());
        Objects.requireNonNull(factory.settings());
        return factory;
    }

    private static URL[] jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(Plugins::checked)
                    .toArray(URL[]::new);
        } catch (IOException unreadable) {
            throw unusable(folder + " is not a folder that can be read.");
        }
    }

    private static URL checked(Path jar) {
        try (var _ = new JarFile(jar.toFile())) {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException broken) {
            throw unusable(jar + " is no jar that can be read: " + broken.getMessage() + ".");
        }
    }

    private static Ending unusable(String detail) {
        return Ending.of(ExitCode.ERROR, "Plug-in not usable", VARIABLE + ": " + detail);
    }
}

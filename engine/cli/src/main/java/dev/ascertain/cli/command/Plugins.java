package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.manifest.Catalog;
import dev.ascertain.spi.ProviderFactory;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The providers there are: those that the program brings along, and those of the folder {@code ASCERTAIN_PLUGINS}. */
final class Plugins {
    private static final String VARIABLE = "ASCERTAIN_PLUGINS";

    private Plugins() {}

    /** Lets the providers that the program brings along get ready, beside what else there is to do before a call. */
    static void prepare(Surroundings surroundings) {
        Thread.ofPlatform()
                .daemon()
                .name("prepare")
                .start(() -> surroundings.providers().get().forEach(ProviderFactory::prepare));
    }

    /**
     * @throws Ending if the folder or one of its jars cannot be used
     */
    static Catalog catalog(Surroundings surroundings) {
        var factories = new ArrayList<>(surroundings.providers().get());
        String folder = surroundings.variable(VARIABLE);
        if (!folder.isEmpty()) {
            factories.addAll(load(surroundings.folder().resolve(folder), List.copyOf(factories)));
        }
        try {
            return Catalog.of(factories);
        } catch (IllegalArgumentException clash) {
            throw unusable(clash.getMessage() + ". Remove one of the plug-ins.");
        }
    }

    private static List<ProviderFactory> load(Path folder, List<ProviderFactory> own) {
        PluginJars jars = PluginJars.of(folder);
        // Open for as long as the program runs: classes are read from it until the end.
        var loader = new URLClassLoader(jars.locations(), Plugins.class.getClassLoader());
        List<ProviderFactory> found;
        try {
            found = ServiceLoader.load(ProviderFactory.class, loader).stream()
                    .filter(provider -> provider.type().getClassLoader() == loader)
                    .map(ServiceLoader.Provider::get)
                    .map(Plugins::asked)
                    .toList();
        } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
            throw unusable(folder + " holds a plug-in that cannot be loaded: "
                    + Objects.requireNonNullElse(broken.getMessage(), broken.toString())
                    + ". It may have been built for another version of Ascertain.");
        }
        requireNewNames(found, own, jars);
        return found;
    }

    private static void requireNewNames(List<ProviderFactory> found, List<ProviderFactory> own, PluginJars jars) {
        Map<String, Path> owners = new HashMap<>();
        for (ProviderFactory factory : found) {
            String name = factory.name();
            Path jar = jars.holding(factory.getClass());
            if (own.stream().anyMatch(brought -> brought.name().equals(name))) {
                throw unusable(jar + " holds a provider called " + name
                        + ", and Ascertain brings one of that name along. Remove the plug-in.");
            }
            Path other = owners.put(name, jar);
            if (other != null) {
                throw unusable(twins(other, jar) + " a provider called " + name + ". Remove one of them.");
            }
        }
    }

    private static String twins(Path one, Path other) {
        return one.equals(other) ? one + " twice holds" : one + " and " + other + " both hold";
    }

    /** A plug-in that was built for another version shows it when it is asked, not when it is loaded. */
    private static ProviderFactory asked(ProviderFactory factory) {
        Catalog.of(List.of(factory));
        Objects.requireNonNull(factory.title());
        Objects.requireNonNull(factory.settings());
        return factory;
    }

    static Ending unusable(String detail) {
        return Ending.of(ExitCode.ERROR, "Plug-in not usable", VARIABLE + ": " + detail);
    }
}

package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads manifests: the first arrow of every command. */
public final class Manifests {
    private final Catalog catalog;
    private final Function<String, @Nullable String> environment;

    /**
     * @param environment gives the value of an environment variable, or null if it is not set
     */
    public Manifests(Catalog catalog, Function<String, @Nullable String> environment) {
        this.catalog = catalog;
        this.environment = environment;
    }

    /**
     * Reads all files as one configuration.
     *
     * @param paths files, and folders whose {@code *.yaml} and {@code *.yml} are meant; the current folder if empty
     * @param recursive whether folders within those folders are meant too
     */
    public Reading read(List<Path> paths, boolean recursive) {
        return new Reading(
                null, List.of(Diagnostic.error(catalog.factories() + " " + environment + recursive, paths.toString())));
    }
}

package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.source.SourceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a manifest may refer to outside of itself: environment variables and files. Each file is read once. */
final class Outside {
    private static final int MOST_BYTES = 1 << 20;

    private final Function<String, @Nullable String> environment;
    private final Map<Path, String> files = new HashMap<>();

    Outside(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    @Nullable String variable(String name) {
        return environment.apply(name);
    }

    /**
     * The trimmed text of a file.
     *
     * @param manifest the file that refers to it, to whose folder the path is relative
     * @return null if it cannot be had, and that was said
     */
    @Nullable String file(String manifest, String path, Consumer<Diagnostic> faults) {
        Path resolved = beside(manifest, path);
        if (resolved == null) {
            faults.accept(notAPath(path));
            return null;
        }
        String known = files.get(resolved);
        if (known != null) {
            return known;
        }
        String text = new SourceFile(resolved, path, MOST_BYTES, UnaryOperator.identity()).read(faults);
        if (text == null) {
            return null;
        }
        files.put(resolved, text.strip());
        return text.strip();
    }

    static Diagnostic notAPath(String path) {
        return Diagnostic.error("Not a path", Words.quoted(path) + " cannot be the path of a file.");
    }

    /** A path that is relative to the folder of a manifest; null if it is none. */
    static @Nullable Path beside(String manifest, String path) {
        try {
            return Path.of(manifest).resolveSibling(path);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}

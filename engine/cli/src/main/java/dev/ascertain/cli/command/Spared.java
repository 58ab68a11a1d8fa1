package dev.ascertain.cli.command;

import dev.ascertain.cli.view.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What nothing that a command writes may take the place of: manifests, whatever else it was given to read, and what else
 * it writes.
 */
final class Spared {
    private final Path folder;
    private final List<Path> given;
    private final Map<Path, String> written = new HashMap<>();

    /**
     * @param folder the current one
     * @param given what the command was given, as the user wrote it
     */
    Spared(Path folder, List<Path> given) {
        this.folder = folder;
        this.given = given;
    }

    /** With another file that is read. To be called before anything is required. */
    Spared and(Optional<Path> source) {
        return new Spared(folder, Stream.concat(given.stream(), source.stream()).toList());
    }

    /** Whether a name is one of a manifest. */
    static boolean isManifest(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /**
     * Checks one file that a command will write. Call it before anything is read or written, for each of them.
     *
     * @param target may be null: nothing will be written
     * @param instead what to do, as half a sentence
     * @throws Ending if the file is to be spared, or another option writes it
     */
    void require(String option, @Nullable Path target, String instead) {
        if (target == null) {
            return;
        }
        requireName(option, target, "standard output is for what is shown");
        Path file = folder.resolve(target);
        if (isManifest(file) || isManifest(real(file))) {
            throw refused("%s %s: that is a manifest; %s.".formatted(option, target, instead));
        }
        for (Path one : given) {
            if (Files.isRegularFile(folder.resolve(one))
                    && real(folder.resolve(one)).equals(real(file))) {
                throw refused("%s %s: that file is to be read; %s.".formatted(option, target, instead));
            }
        }
        String other = written.putIfAbsent(real(file), option);
        if (other != null) {
            String writer = other.equals(option) ? "another " + option : other;
            throw refused("%s %s: %s writes that file; give each a name of its own.".formatted(option, target, writer));
        }
    }

    /**
     * Elsewhere a dash alone stands for standard output; here that has its own use.
     *
     * @param instead what standard output is for, as half a sentence
     * @throws Ending if the target is a dash
     */
    static void requireName(String option, Path target, String instead) {
        if (target.toString().equals("-")) {
            throw Ending.of(
                    ExitCode.USAGE,
                    "Not a file",
                    option + " -: name a file; " + instead + ". If it is to be called so: ./-.");
        }
    }

    private static Ending refused(String detail) {
        return Ending.of(ExitCode.USAGE, "File not to be overwritten", detail + "\nNothing was read or written.");
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException missing) {
            return file.toAbsolutePath().normalize();
        }
    }
}

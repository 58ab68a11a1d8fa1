package dev.ascertain.core.manifest;

import dev.ascertain.core.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** From what a command was given to the files that are meant. */
record ManifestFiles(boolean recursive, Consumer<Diagnostic> faults) {
    private static final int DEEPEST = 64;

    /** The files in the order given, those of a folder sorted; each once, however often it is named. */
    List<Path> of(List<Path> paths) {
        Map<Path, Path> files = new LinkedHashMap<>();
        for (Path path : paths.isEmpty() ? List.of(Path.of("")) : paths) {
            for (Path file : Files.isDirectory(path) ? in(path) : List.of(path)) {
                files.putIfAbsent(real(file), file);
            }
        }
        return List.copyOf(files.values());
    }

    private List<Path> in(Path folder) {
        try (Stream<Path> inside = Files.walk(folder, recursive ? DEEPEST : 1)) {
            List<Path> files =
                    inside.filter(path -> isManifest(path, folder)).sorted().toList();
            if (files.isEmpty()) {
                faults.accept(Diagnostic.error(
                        "No manifest found",
                        "There is no *.yaml and no *.yml in " + name(folder)
                                + (recursive
                                        ? " and the folders in it."
                                        : ". Folders within it are meant only with --recursive.")
                                + "\nWrite a first one with \"ascertain init\"."));
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            faults.accept(
                    Diagnostic.error("Folder cannot be read", "Reading " + name(folder) + " failed. May you read it?"));
            return List.of();
        }
    }

    private static boolean isManifest(Path path, Path folder) {
        String name = path.getFileName().toString();
        boolean isYaml = name.endsWith(".yaml") || name.endsWith(".yml");
        return isYaml && !isHidden(folder.relativize(path)) && !Files.isDirectory(path);
    }

    /** Whether the file, or a folder on the way to it, is one of those that tools keep to themselves. */
    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static String name(Path folder) {
        return folder.toString().isEmpty() ? "the current folder" : "\"" + folder + "\"";
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}

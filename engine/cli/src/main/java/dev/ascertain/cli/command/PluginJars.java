package dev.ascertain.cli.command;

import dev.ascertain.spi.ProviderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The jars of a folder of plug-ins, in the order of their names, and the providers' classes that they announce. */
record PluginJars(List<Path> jars) {
    private static final String SERVICE = "META-INF/services/" + ProviderFactory.class.getName();

    /**
     * @throws Ending if the folder or one of its jars cannot be read, or two of them hold the same provider
     */
    static PluginJars of(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            var found = new PluginJars(files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList());
            found.check();
            return found;
        } catch (IOException unreadable) {
            throw Plugins.unusable(folder + " is not a folder that can be read.");
        }
    }

    URL[] locations() {
        return jars.stream().map(PluginJars::location).toArray(URL[]::new);
    }

    /** The jar from which a class was loaded. */
    Path holding(Class<?> type) {
        URL source = type.getProtectionDomain().getCodeSource().getLocation();
        return jars.stream()
                .filter(jar -> location(jar).toString().equals(source.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** A class is loaded from one jar only, and nothing says which of two versions that would be. */
    private void check() {
        Map<String, Path> owners = new HashMap<>();
        for (Path jar : jars) {
            for (String name : announced(jar)) {
                Path other = owners.put(name, jar);
                if (other != null && !other.equals(jar)) {
                    throw Plugins.unusable(
                            other + " and " + jar + " both hold the provider " + name + ". Remove one of them.");
                }
            }
        }
    }

    private static List<String> announced(Path file) {
        try (var jar = new JarFile(file.toFile())) {
            ZipEntry entry = jar.getEntry(SERVICE);
            return entry == null ? List.of() : names(jar, entry);
        } catch (IOException broken) {
            throw Plugins.unusable(file + " is no jar that can be read: " + broken.getMessage() + ".");
        }
    }

    private static List<String> names(JarFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private static URL location(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the folder that users get, and its archive. The build starts it with the JDK 25 that compiled the program: the
 * folder's Java is cut out of that one.
 *
 * <p>All is made in one step, from an empty folder: an ahead-of-time cache does not notice that a jar beside it has
 * changed, and runs the old code.
 */
final class Distribution {
    /**
     * What jdeps finds in the jars, and jdk.unsupported for signals. {@link Check} compares. Of java.desktop only
     * java.beans is touched (by Feign), so its native libraries stay out.
     */
    static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",
            "java.logging",
            "java.net.http",
            "java.security.jgss",
            "java.sql",
            "jdk.net",
            "jdk.unsupported");

    private final Path sources;
    private final Path root;
    private final Path folder;
    private final Instant made;

    private Distribution(Path project, Instant made) {
        this.sources = project.resolve("src/main/distribution");
        this.root = project.resolve("../..");
        this.folder = project.resolve("target/ascertain");
        this.made = made;
    }

    /**
     * @param arguments the project's folder; its version; when it was made, for the archive's entries; the program's jar;
     *     its class path, of which folders are left out
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path project = Path.of(arguments[0]);
        var distribution = new Distribution(project, Instant.parse(arguments[2]));
        distribution.make(Path.of(arguments[3]), arguments[4].split(java.io.File.pathSeparator));
        String name = "ascertain-%s-%s-%s.tar.gz".formatted(arguments[1], system(), System.getProperty("os.arch"));
        Archive.write(distribution.folder, project.resolve("target").resolve(name), distribution.made);
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "macos" : name.replace(" ", "");
    }

    private void make(Path program, String[] classPath) throws IOException, InterruptedException {
        clear(folder);
        Path lib = Files.createDirectories(folder.resolve("lib"));
        List<Path> jars = Stream.concat(
                        Stream.of(program), Arrays.stream(classPath).map(Path::of))
                .filter(Files::isRegularFile)
                .toList();
        for (Path jar : jars) {
            Files.copy(jar, lib.resolve(jar.getFileName()));
        }
        java();
        Path launcher = launcher(jars);
        Rehearsal.record(folder, sources.resolve("rehearsal"), lib.resolve("ascertain.aot"));
        Files.write(lib.resolve("version"), Launch.output(launcher, "version"));
        share(launcher);
        Files.copy(root.resolve("LICENSE"), folder.resolve("LICENSE"));
        Files.copy(sources.resolve("NOTICE"), folder.resolve("NOTICE"));
        Sums.write(folder);
    }

    private void java() throws IOException {
        int code = ToolProvider.findFirst("jlink")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--add-modules",
                        String.join(",", MODULES),
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--exclude-files",
                        "/java.desktop/lib/**",
                        "--output",
                        folder.resolve("java").toString());
        if (code != 0) {
            throw new IllegalStateException("jlink ended with " + code);
        }
        SecuritySettings.strip(folder.resolve("java/conf/security/java.security"));
    }

    /** Manual pages and completion, where a system looks for them below /usr or a prefix. */
    private void share(Path launcher) throws IOException, InterruptedException {
        Path share = folder.resolve("share");
        Launch.output(
                folder.resolve("java/bin/java"),
                "-cp",
                folder.resolve("lib") + "/*",
                "dev.ascertain.cli.command.ManualFiles",
                share.resolve("man/man1").toString(),
                made.toString());
        completion(launcher, "bash", share.resolve("bash-completion/completions/ascertain"));
        completion(launcher, "zsh", share.resolve("zsh/site-functions/_ascertain"));
        completion(launcher, "fish", share.resolve("fish/vendor_completions.d/ascertain.fish"));
    }

    private static void completion(Path launcher, String shell, Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        Files.write(file, Launch.output(launcher, "completion", shell));
    }

    /** The class path is spelled out: its order counts for the cache, and a wildcard has none. */
    private Path launcher(List<Path> jars) throws IOException {
        String classPath = jars.stream().map(jar -> "$lib/" + jar.getFileName()).collect(Collectors.joining(":"));
        Path launcher = Files.createDirectories(folder.resolve("bin")).resolve("ascertain");
        String text = Files.readString(sources.resolve("ascertain"));
        Files.writeString(
                launcher,
                text.replace("@CLASS_PATH@", classPath).replace("@PROVIDERS@", String.join(",", providers(jars))));
        return Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What {@link java.util.ServiceLoader} would find in these jars, in its order. */
    private static List<String> providers(List<Path> jars) throws IOException {
        var providers = new ArrayList<String>();
        for (Path jar : jars) {
            try (var files = FileSystems.newFileSystem(jar)) {
                Path service = files.getPath("META-INF/services/dev.ascertain.spi.ProviderFactory");
                if (Files.exists(service)) {
                    Files.readAllLines(service).stream()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .forEach(providers::add);
                }
            }
        }
        return providers;
    }

    static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Whether the folder that was made is whole and starts: what no unit test sees. The build starts it before it ends. */
final class Check {
    private final Path folder;
    private final Path launcher;
    private final List<String> faults = new ArrayList<>();

    private Check(Path folder) {
        this.folder = folder;
        this.launcher = folder.resolve("bin/ascertain");
    }

    /**
     * @param arguments the project's folder
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var check = new Check(Path.of(arguments[0]).resolve("target/ascertain"));
        check.sums();
        check.same("version");
        check.same("providers");
        check.cache();
        check.modules();
        check.notice();
        if (!check.faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", check.faults));
        }
    }

    /** An ahead-of-time cache runs the code that it was made from, whatever the jars hold by now. */
    private void sums() throws IOException {
        for (String file : Sums.changed(folder)) {
            faults.add(file + " is not what this folder was made with: its jars and its cache do not belong together");
        }
    }

    /** What the launcher knows beforehand is what the program finds out by itself. */
    private void same(String command) throws IOException, InterruptedException {
        String told = text(Launch.output(launcher, command));
        String program = text(Launch.output(
                folder.resolve("java/bin/java"),
                "-cp",
                folder.resolve("lib") + "/*",
                "dev.ascertain.cli.Main",
                command));
        if (!told.equals(program)) {
            faults.add("the launcher says \"%s\", the program \"%s\"".formatted(told.strip(), program.strip()));
        }
    }

    /** Told to, Java ends with a fault rather than do without the cache. */
    private void cache() throws IOException, InterruptedException {
        try {
            Launch.output(Map.of("ASCERTAIN_JAVA_OPTS", "-XX:AOTMode=on"), launcher, "providers");
        } catch (IllegalStateException refused) {
            faults.add("the launcher's Java refuses lib/ascertain.aot: " + refused.getMessage());
        }
    }

    private void modules() throws IOException {
        var found = new StringWriter();
        ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(new PrintWriter(found), new PrintWriter(System.err), dependencies());
        found.toString()
                .lines()
                .map(line -> line.replaceFirst(".* -> ", "").strip())
                .filter(module -> module.startsWith("java.") || module.startsWith("jdk."))
                .filter(module ->
                        !Files.isDirectory(folder.resolve("java/legal").resolve(module)))
                .distinct()
                .forEach(module -> faults.add("the jars need " + module + ": add it to Distribution.MODULES"));
    }

    private String[] dependencies() throws IOException {
        var words =
                new ArrayList<>(List.of("--multi-release", "25", "--ignore-missing-deps", "-summary", "--module-path"));
        words.add(folder.resolve("lib").toString());
        jars().map(Path::toString).forEach(words::add);
        return words.toArray(String[]::new);
    }

    private void notice() throws IOException {
        String notice = Files.readString(folder.resolve("NOTICE"));
        jars().map(jar -> jar.getFileName().toString().replaceFirst("-[0-9].*", ""))
                .filter(library -> !library.startsWith("ascertain-"))
                .filter(library -> !notice.contains(library + " "))
                .forEach(library -> faults.add(library + " is handed on without its licence: add it to NOTICE"));
    }

    private Stream<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        }
    }

    private static String text(byte[] output) {
        return new String(output, StandardCharsets.UTF_8);
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Walks through a page: writes its yaml blocks that begin with the comment {@code # NAME.yaml}, types the lines of its
 * console blocks that begin with {@code $}, all in one shell and in a folder of its own, and compares. Numbers may differ;
 * a line {@code …} stands for any lines. A folder that a command enters is where the next files are written.
 */
class Walk {
    private static final String MARK = "@@ walked @@";
    private static final Pattern NUMBERS = Pattern.compile("\\d+");

    /** What is told on the way if the machine is slow. */
    private static final Pattern PROGRESS = Pattern.compile("Gathered evidence: .*|Read \\d+ of \\d+ .*");

    /** A command, the line of the page on which it stands, and what is shown below it. */
    record Step(String command, int line, List<String> shown) {}

    public static void main(String[] arguments) throws Exception {
        boolean rewrite = arguments[0].equals("--rewrite");
        Path page = Path.of(arguments[arguments.length - 1]);
        List<String> lines = Files.readAllLines(page);
        var steps = new ArrayList<Step>();
        String script = script(lines, steps);
        List<List<String>> came = run(script);
        int wrong = 0;
        for (int index = steps.size() - 1; index >= 0; index--) {
            Step step = steps.get(index);
            List<String> output = index < came.size() ? came.get(index) : List.of("(the shell had ended)");
            if (matches(step.shown(), output)) {
                continue;
            }
            wrong++;
            System.out.printf("%n%s:%d: $ %s%n--- shown%n%s%n--- came%n%s%n", page, step.line(), step.command(),
                    String.join("\n", step.shown()), String.join("\n", output));
            if (rewrite) {
                List<String> shown = lines.subList(step.line(), step.line() + step.shown().size());
                shown.clear();
                shown.addAll(output);
            }
        }
        if (rewrite) {
            Files.write(page, lines);
        }
        System.out.printf("%d commands, %d that show something else%n", steps.size(), wrong);
        System.exit(wrong == 0 || rewrite ? 0 : 1);
    }

    /** The shell script that types every command; what it types is collected in steps. */
    private static String script(List<String> lines, List<Step> steps) {
        var script = new StringBuilder("exec 2>&1\n");
        String block = "";
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (line.startsWith("```")) {
                block = block.isEmpty() ? line.substring(3).strip() + " " : "";
            } else if (block.equals("console ") && line.startsWith("$ ")) {
                String command = line.substring(2);
                steps.add(new Step(command, index + 1, shown(lines, index + 1)));
                script.append(command).append("\n(code=$?; echo; echo '").append(MARK).append("'; exit $code)\n");
            } else if (block.equals("yaml ") && line.matches("# [a-z]+\\.yaml")) {
                script.append("cat > ").append(line.substring(2)).append(" <<'END OF FILE'\n");
                for (int next = index; !lines.get(next).equals("```"); next++) {
                    script.append(lines.get(next)).append('\n');
                }
                script.append("END OF FILE\n");
            }
        }
        return script.append("for job in $(jobs -p); do kill \"$job\"; done\n").toString();
    }

    private static List<String> shown(List<String> lines, int from) {
        int end = from;
        while (!lines.get(end).equals("```") && !lines.get(end).startsWith("$ ")) {
            end++;
        }
        return List.copyOf(lines.subList(from, end));
    }

    /** What came after each command. */
    private static List<List<String>> run(String script) throws IOException, InterruptedException {
        Path root = Path.of("").toAbsolutePath();
        Path folder = Files.createTempDirectory("ascertain-walk");
        try {
            Path file = Files.writeString(folder.resolve("walk.sh"), script);
            Path output = folder.resolve("walk.out");
            for (String room : List.of("engine", "examples")) {
                Files.createSymbolicLink(folder.resolve(room), root.resolve(room));
            }
            var shell = new ProcessBuilder("bash", file.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            shell.environment().put("LC_ALL", "C.UTF-8");
            shell.start().waitFor();
            return parted(Files.readAllLines(output));
        } finally {
            delete(folder);
        }
    }

    private static List<List<String>> parted(List<String> lines) {
        var parts = new ArrayList<List<String>>();
        var part = new ArrayList<String>();
        for (String line : lines) {
            if (line.equals(MARK)) {
                parts.add(trimmed(part));
                part = new ArrayList<>();
            } else if (!PROGRESS.matcher(line).matches()) {
                part.add(line);
            }
        }
        return parts;
    }

    /** Without the empty line before the mark, unless that only ended a line. */
    private static List<String> trimmed(List<String> part) {
        return List.copyOf(part.get(part.size() - 1).isEmpty() ? part.subList(0, part.size() - 1) : part);
    }

    private static boolean matches(List<String> shown, List<String> came) {
        if (shown.isEmpty()) {
            return came.isEmpty();
        }
        if (shown.get(0).equals("…")) {
            return Stream.iterate(0, skipped -> skipped <= came.size(), skipped -> skipped + 1)
                    .anyMatch(skipped -> matches(rest(shown, 1), came.subList(skipped, came.size())));
        }
        return !came.isEmpty() && same(shown.get(0), came.get(0)) && matches(rest(shown, 1), rest(came, 1));
    }

    private static <T> List<T> rest(List<T> list, int from) {
        return list.subList(from, list.size());
    }

    private static boolean same(String shown, String came) {
        return NUMBERS.matcher(shown.strip()).replaceAll("0").equals(NUMBERS.matcher(came.strip()).replaceAll("0"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

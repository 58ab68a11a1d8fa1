import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts a program and waits for it. */
final class Launch {
    private Launch() {}

    static byte[] output(Path program, String... words) throws IOException, InterruptedException {
        return output(Map.of(), program, words);
    }

    /**
     * @param environment is added to this process's own
     * @return what it prints, on either stream
     * @throws IllegalStateException if it does not end with 0
     */
    static byte[] output(Map<String, String> environment, Path program, String... words)
            throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of(program.toString()), Stream.of(words)).toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        byte[] output = process.getInputStream().readAllBytes();
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("%s ended with %d:\n%s"
                    .formatted(String.join(" ", command), code, new String(output, StandardCharsets.UTF_8)));
        }
        return output;
    }
}

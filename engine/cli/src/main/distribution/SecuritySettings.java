import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The security settings of the folder's Java, without their 1,600 lines of comments: every plan reads them, letter by
 * letter.
 */
final class SecuritySettings {
    private SecuritySettings() {}

    /**
     * Takes comments and empty lines out of a file of properties.
     *
     * @throws IllegalStateException if it would say anything else then
     */
    static void strip(Path file) throws IOException {
        Properties before = read(file);
        var kept = new StringBuilder();
        boolean goesOn = false;
        for (String line : Files.readAllLines(file)) {
            boolean isSilent = line.isBlank() || line.stripLeading().startsWith("#");
            if (goesOn || !isSilent) {
                kept.append(line).append('\n');
                goesOn = line.endsWith("\\");
            }
        }
        Files.writeString(file, kept);
        if (!read(file).equals(before)) {
            throw new IllegalStateException(file + " says something else without its comments");
        }
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }
}

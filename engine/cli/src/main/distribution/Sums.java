import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The build's identity: a digest of every file of the folder, as {@code sha256sum -c} reads them. Jars and cache that
 * were not made together cannot both agree with it.
 */
final class Sums {
    private static final String FILE = "lib/SHA256SUMS";

    private Sums() {}

    static void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), text(folder));
    }

    /** The files that are not as they were when the folder was made, or were not there, or are gone. */
    static List<String> changed(Path folder) throws IOException {
        var expected = List.of(Files.readString(folder.resolve(FILE)).split("\n"));
        var found = List.of(text(folder).split("\n"));
        return Stream.concat(
                        expected.stream().filter(line -> !found.contains(line)),
                        found.stream().filter(line -> !expected.contains(line)))
                .map(line -> line.replaceFirst("^[0-9a-f]+ +", ""))
                .distinct()
                .toList();
    }

    private static String text(Path folder) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sums.put(folder.relativize(file).toString(), sum(file));
            }
        }
        sums.remove(FILE);
        return sums.entrySet().stream()
                .map(sum -> sum.getValue() + "  " + sum.getKey() + "\n")
                .collect(Collectors.joining());
    }

    private static String sum(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

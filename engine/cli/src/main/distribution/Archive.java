import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A folder as {@code .tar.gz}: sorted, owned by nobody in particular, all of one time, so that the same folder gives the
 * same bytes whoever packs it.
 */
final class Archive {
    private static final int BLOCK = 512;

    private Archive() {}

    static void write(Path folder, Path archive, Instant time) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive), 1 << 16);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                entry(out, folder.getParent().relativize(file).toString(), file, time);
            }
            out.write(new byte[2 * BLOCK]);
        }
    }

    private static void entry(OutputStream out, String name, Path file, Instant time) throws IOException {
        boolean isFolder = Files.isDirectory(file);
        byte[] content = isFolder ? new byte[0] : Files.readAllBytes(file);
        String mode = Files.isExecutable(file) ? "0000755" : "0000644";
        out.write(header(isFolder ? name + "/" : name, mode, content.length, time, isFolder ? '5' : '0'));
        out.write(content);
        out.write(new byte[Math.floorMod(-content.length, BLOCK)]);
    }

    /** The POSIX ustar header: fields at fixed places, numbers in octal. */
    private static byte[] header(String name, String mode, long size, Instant time, char type) {
        byte[] header = new byte[BLOCK];
        for (Field field : List.of(
                new Field(0, name),
                new Field(100, mode),
                new Field(108, "0000000"),
                new Field(116, "0000000"),
                new Field(124, "%011o".formatted(size)),
                new Field(136, "%011o".formatted(time.getEpochSecond())),
                new Field(148, " ".repeat(8)),
                new Field(156, String.valueOf(type)),
                new Field(257, "ustar"),
                new Field(263, "00"))) {
            put(header, field);
        }
        int sum = 0;
        for (byte part : header) {
            sum += part;
        }
        put(header, new Field(148, "%06o\0 ".formatted(sum)));
        return header;
    }

    private static void put(byte[] header, Field field) {
        byte[] text = field.text().getBytes(StandardCharsets.US_ASCII);
        if (field.at() == 0 && text.length > 100) {
            throw new IllegalStateException("too long a name for a ustar archive: " + field.text());
        }
        System.arraycopy(text, 0, header, field.at(), text.length);
    }

    private record Field(int at, String text) {}
}

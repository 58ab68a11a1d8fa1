package dev.ascertain.core.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes a file through a temporary one in the same folder: with its final permissions from the first byte on, synced,
 * then renamed. A reader sees the old content or the new one; after a failure the old one stays and nothing is left
 * lying about.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the content. It may fail half-way: nothing of it is kept then. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Who may read a file beside its owner. */
    public enum Readers {
        OWNER("rw-------"),
        /** As far as the process's own mask allows. */
        EVERYBODY("rw-r--r--");

        private final String permissions;

        Readers(String permissions) {
            this.permissions = permissions;
        }

        private FileAttribute<?>[] attributes(Path file) {
            return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                    }
                    : new FileAttribute<?>[0];
        }
    }

    /**
     * Writes a file for its owner only.
     *
     * @throws IOException if the file cannot be written; the reason is in the message, the path is not
     */
    public static void write(Path path, Content content) throws IOException {
        write(path, Readers.OWNER, content);
    }

    /**
     * @throws IOException if the file cannot be written; the reason is in the message, the path is not
     */
    public static void write(Path path, Readers readers, Content content) throws IOException {
        requirePlain(path);
        Path file = real(path);
        Path temporary = beside(file);
        try {
            try (FileChannel channel = created(temporary, readers);
                    var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException refused) {
            throw new IOException(FileFault.why(refused), refused);
        } finally {
            Files.deleteIfExists(temporary);
        }
        syncFolder(file);
    }

    private static FileChannel created(Path temporary, Readers readers) throws IOException {
        return FileChannel.open(
                temporary,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                readers.attributes(temporary));
    }

    /**
     * Tells early what {@link #write} would fail with: a temporary file is made where it would be, and taken away.
     *
     * @throws IOException if the folder is missing or takes no file, or the path is something else than a plain file
     */
    public static void check(Path path) throws IOException {
        requirePlain(path);
        Path temporary = beside(real(path));
        try {
            created(temporary, Readers.OWNER).close();
            Files.delete(temporary);
        } catch (FileSystemException refused) {
            throw new IOException(FileFault.why(refused), refused);
        }
    }

    private static void requirePlain(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("it is a folder");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException("it is not a plain file");
        }
        Path folder = folderOf(real(path));
        if (!Files.isDirectory(folder)) {
            throw new IOException("the folder " + folder + " does not exist");
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("the folder " + folder + " cannot be written to");
        }
    }

    /** A symbolic link stays one: what it points at is written. */
    private static Path real(Path path) throws IOException {
        return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    }

    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }

    private static Path beside(Path file) {
        String mark = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return file.resolveSibling("." + file.getFileName() + "." + mark + ".tmp");
    }

    /** Makes the rename last through a power cut, where a folder can be synced at all. */
    private static void syncFolder(Path file) {
        try (FileChannel folder = FileChannel.open(folderOf(file), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notHere) {
            // The file is whole and in place; some systems cannot open a folder.
        }
    }
}

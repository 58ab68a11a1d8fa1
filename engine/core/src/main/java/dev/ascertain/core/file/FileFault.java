package dev.ascertain.core.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says why a file could not be written or read: the platform's exceptions carry that in their class, or not at all. */
public final class FileFault {
    private FileFault() {}

    /** The reason in a few words, without the path and without a full stop. */
    public static String why(IOException refused) {
        return switch (refused) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException missing -> missing(missing.getFile());
            case FileSystemException other -> said(other.getReason());
            default -> said(refused.getMessage());
        };
    }

    /** Some folders that are there take no file, and the system has no better word for it. */
    private static String missing(@Nullable String file) {
        Path folder = file == null ? null : Path.of(file).toAbsolutePath().getParent();
        return folder != null && Files.isDirectory(folder)
                ? "the system says \"no such file or directory\""
                : "the folder does not exist";
    }

    private static String said(@Nullable String words) {
        return words == null ? "the system does not say why" : words;
    }
}

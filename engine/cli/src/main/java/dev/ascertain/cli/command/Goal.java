package dev.ascertain.cli.command;

import dev.ascertain.cli.post.PostAddress;
import java.nio.file.Path;

/** Where a report goes. */
sealed interface Goal {
    /** A file. */
    sealed interface Written extends Goal {
        /** Absolute, or as seen from the current folder. */
        Path file();
    }

    /**
     * A file of its own.
     *
     * @param file as the user wrote it
     */
    record InFile(Path file) implements Written {}

    /**
     * The end of a file that others write too.
     *
     * @param file as the environment has it
     */
    record Appended(Path file) implements Written {}

    /** Standard error: a CI runner reads it there, and standard output stays what it is. */
    record Shown() implements Goal {}

    /** An address that it is sent to. */
    record Sent(PostAddress address) implements Goal {}
}

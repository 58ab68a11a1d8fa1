package dev.ascertain.cli.command;

import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.file.FileFault;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.EvidenceJson;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Evidence in a file. */
final class SavedEvidence {
    private static final long LARGEST = 512L << 20;

    private SavedEvidence() {}

    /** @throws Ending if it cannot be read */
    static Evidence read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw notRead(file + " is larger than 512 MiB: no evidence that Ascertain writes is.");
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return EvidenceJson.read(in);
            }
        } catch (NoSuchFileException missing) {
            throw notRead("There is no file %s.".formatted(file));
        } catch (IOException unreadable) {
            throw notRead("%s cannot be judged by: %s.".formatted(file, FileFault.why(unreadable)));
        }
    }

    private static Ending notRead(String why) {
        return Ending.of(
                ExitCode.ERROR,
                "Evidence not readable",
                why + "\nNothing was asked. Evidence is saved by: ascertain plan --evidence-out FILE.");
    }
}

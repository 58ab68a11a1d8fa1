package dev.ascertain.cli.command;

import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.file.FileFault;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.EvidenceJson;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Evidence in a file. */
final class SavedEvidence {
    private SavedEvidence() {}

    /** @throws Ending if it cannot be read */
    static Evidence read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return EvidenceJson.read(in);
        } catch (IOException unreadable) {
            throw Ending.of(
                    ExitCode.ERROR,
                    "Evidence not readable",
                    "%s could not be read: %s.\nEvidence is saved by: ascertain plan --evidence-out FILE."
                            .formatted(file, FileFault.why(unreadable)));
        }
    }
}

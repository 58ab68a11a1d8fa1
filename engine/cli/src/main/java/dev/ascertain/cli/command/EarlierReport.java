package dev.ascertain.cli.command;

import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.file.FileFault;
import dev.ascertain.core.gate.EarlierFault;
import dev.ascertain.core.gate.EarlierReader;
import dev.ascertain.core.gate.Standing;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** What an earlier run said, in a file. */
final class EarlierReport {
    private EarlierReport() {}

    /**
     * @throws Ending if it cannot be read, or is something else
     */
    static Map<String, Standing> read(Path file) {
        if (Files.isDirectory(file)) {
            throw notRead(file + " is a folder");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return EarlierReader.read(in);
        } catch (EarlierFault fault) {
            throw notRead(file + " " + fault.getMessage());
        } catch (NoSuchFileException missing) {
            throw notRead("There is no file " + file);
        } catch (IOException unreadable) {
            throw notRead(file + " could not be read: " + FileFault.why(unreadable));
        }
    }

    private static Ending notRead(String why) {
        return Ending.of(
                ExitCode.ERROR,
                "Nothing to compare with",
                why
                        + ".\nNothing was asked. A report to compare with is written by: ascertain plan --report json=FILE.");
    }
}

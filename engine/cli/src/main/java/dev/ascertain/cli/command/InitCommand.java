package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.file.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ascertain init}. */
final class InitCommand implements Command {
    private static final String NAME = "ascertain.yaml";

    Path folder = Path.of("");

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "init", "Writes a commented starter manifest, ascertain.yaml. Never overwrites one.")
                .optionalWord("DIR", Path.class, "Where; the current folder if left out.", given -> folder = given)
                .spec();
    }

    @Override
    public ExitCode run(Surroundings surroundings) {
        Path file = folder.resolve(NAME);
        Path place = surroundings.folder().resolve(file);
        try (InputStream starter = Objects.requireNonNull(
                InitCommand.class.getResourceAsStream("/dev/ascertain/cli/starter.yaml"), "starter.yaml")) {
            Files.createDirectories(place.toAbsolutePath().getParent());
            try (OutputStream out =
                    Files.newOutputStream(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                starter.transferTo(out);
            }
        } catch (FileAlreadyExistsException there) {
            throw Ending.of(
                    ExitCode.ERROR,
                    "Nothing written",
                    "%s is there already, and is never overwritten.".formatted(file));
        } catch (IOException refused) {
            throw Ending.of(
                    ExitCode.ERROR,
                    "Nothing written",
                    "%s could not be written: %s.".formatted(file, FileFault.why(refused)));
        }
        surroundings.out().print("""
                Wrote %s. Next:
                  1. Put your zone or domain into it.
                  2. Set the variables it names, such as CLOUDFLARE_API_TOKEN.
                  3. Run "ascertain plan": it only reads.
                """.formatted(Visible.line(file.toString())));
        return ExitCode.OK;
    }
}

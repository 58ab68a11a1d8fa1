package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.file.FileFault;
import dev.ascertain.spi.ProviderFactory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ascertain init}. */
final class InitCommand implements Command {
    private static final String NAME = "ascertain.yaml";

    Path folder = Path.of("");
    List<String> providers = new ArrayList<>();

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "init", "Writes a commented starter manifest, ascertain.yaml. Never overwrites one.")
                .optionalWord("DIR", Path.class, "Where; the current folder if left out.", given -> folder = given)
                .values(
                        "--provider PROVIDER",
                        "Only for this provider, such as cloudflare, huaweicloud_live or internet. Repeatable.",
                        given -> providers = given)
                .spec();
    }

    @Override
    public ExitCode run(Surroundings surroundings) {
        Path file = folder.resolve(NAME);
        Path place = surroundings.folder().resolve(file);
        String starter = starter(surroundings);
        requireFolder(surroundings.folder().resolve(folder));
        try {
            Files.createDirectories(place.toAbsolutePath().getParent());
            Files.writeString(place, starter, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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
        writeSchema(place.resolveSibling(SchemaCommand.FILE), surroundings);
        surroundings.out().print("""
                Wrote %s. Next:
                  1. Put your zone or domain into it.
                  2. Set the variables it names%s.
                  3. Run "ascertain plan": it only reads.
                Editors complete and check it by ascertain.schema.json beside it; "ascertain schema" writes that anew.
                """.formatted(
                        Visible.line(file.toString()), providers.isEmpty() ? ", such as CLOUDFLARE_API_TOKEN" : ""));
        return ExitCode.OK;
    }

    private void requireFolder(Path place) {
        if (Files.exists(place) && !Files.isDirectory(place)) {
            throw Ending.of(
                    ExitCode.ERROR,
                    "Nothing written",
                    "%s is no folder. Name the one that %s is to be in.".formatted(folder, NAME));
        }
    }

    private String starter(Surroundings surroundings) {
        List<String> known = Plugins.catalog(surroundings).factories().stream()
                .map(ProviderFactory::name)
                .toList();
        for (String provider : providers) {
            if (!known.contains(provider)) {
                throw Source.unknown(provider, known);
            }
            if (!Starter.isThere(provider)) {
                throw Ending.of(
                        ExitCode.USAGE,
                        "Nothing written",
                        "There is no starter for %s. \"ascertain providers schema\" lists all that a manifest can say of it."
                                .formatted(provider));
            }
        }
        return providers.isEmpty()
                ? Starter.general()
                : Starter.of(providers.stream().distinct().toList());
    }

    /** One that is there already may be of a newer version, or of more providers. */
    private static void writeSchema(Path file, Surroundings surroundings) {
        try {
            if (Files.notExists(file)) {
                Files.writeString(
                        file,
                        SchemaCommand.text(surroundings),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
            }
        } catch (IOException refused) {
            throw Ending.of(
                    ExitCode.ERROR,
                    "Schema not written",
                    "The starter is written, but %s beside it could not be: %s."
                            .formatted(SchemaCommand.FILE, FileFault.why(refused)));
        }
    }
}

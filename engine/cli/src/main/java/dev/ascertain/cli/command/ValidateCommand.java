package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.manifest.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ascertain validate}. */
@CommandLine.Command(
        name = "validate",
        description = "Checks manifests, offline: reports all faults of all files at once.",
        sortOptions = false)
final class ValidateCommand implements Command {
    @Parameters(paramLabel = "FILE|FOLDER", description = "Manifests; the current folder if left out.", arity = "0..*")
    List<Path> paths = new ArrayList<>();

    @Option(names = "--recursive", description = "Read folders within folders too.")
    boolean recursive;

    @Mixin
    OutputOptions output = new OutputOptions();

    @Override
    public ExitCode run(Surroundings surroundings) {
        return Session.run(surroundings, output, this::validate);
    }

    private ExitCode validate(Session session) {
        Configuration configuration = session.configuration(paths, recursive);
        session.view()
                .remark("Valid: %s in %s."
                        .formatted(
                                counted(configuration.declarations().size(), "verification"),
                                counted(configuration.files().size(), "file")));
        return ExitCode.OK;
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}

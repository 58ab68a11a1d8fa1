package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.core.manifest.Configuration;
import dev.ascertain.core.manifest.Credentials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ascertain validate}. */
final class ValidateCommand implements Command {
    List<Path> paths = new ArrayList<>();
    boolean recursive;
    OutputOptions output = new OutputOptions();

    @Override
    public CommandSpec spec() {
        return Syntax.of(
                        this,
                        "validate",
                        "Checks manifests, offline and without credentials: reports all faults of all files at once.")
                .paths("FILE|FOLDER", "Manifests; the current folder if left out.", given -> paths = given)
                .flag("--recursive", "Read folders within folders too.", given -> recursive = given)
                .with(output::tell)
                .spec();
    }

    @Override
    public ExitCode run(Surroundings surroundings) {
        output.spare(new Spared(surroundings.folder(), paths));
        return Session.run(surroundings, output, this::validate);
    }

    private ExitCode validate(Session session) {
        Configuration configuration = session.configuration(paths, recursive, Credentials.OPTIONAL);
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

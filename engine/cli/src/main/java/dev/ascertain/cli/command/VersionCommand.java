package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.JsonView;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code ascertain version}. */
@CommandLine.Command(name = "version", description = "Tells which version this is.", sortOptions = false)
final class VersionCommand implements Command {
    @Option(names = "--json", description = "Tell it as JSON.")
    boolean json;

    @Override
    public ExitCode run(Surroundings surroundings) {
        if (json) {
            new JsonView(surroundings.out(), surroundings.clock(), Version.text());
        } else {
            surroundings.out().print("ascertain " + Version.text() + "\n");
        }
        return ExitCode.OK;
    }
}

package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code ascertain completion}. */
@CommandLine.Command(
        name = "completion",
        description = "Writes a completion script: source <(ascertain completion bash).",
        sortOptions = false)
final class CompletionCommand implements Command {
    /** The shells; one script serves both. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(paramLabel = "SHELL", description = "bash (default) or zsh.", arity = "0..1")
    Shell shell = Shell.bash;

    @Override
    public ExitCode run(Surroundings surroundings) {
        surroundings.out().print(AutoComplete.bash("ascertain", Commands.all()));
        return ExitCode.OK;
    }
}

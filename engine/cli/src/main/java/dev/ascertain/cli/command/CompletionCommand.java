package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ascertain completion}. */
final class CompletionCommand implements Command {
    /** The shells; one script serves both. */
    enum Shell {
        bash,
        zsh
    }

    Shell shell = Shell.bash;

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "completion", "Writes a completion script: source <(ascertain completion bash).")
                .optionalWord("SHELL", Shell.class, "bash (default) or zsh.", given -> shell = given)
                .spec();
    }

    @Override
    public ExitCode run(Surroundings surroundings) {
        surroundings.out().print(AutoComplete.bash("ascertain", Commands.all()));
        return ExitCode.OK;
    }
}

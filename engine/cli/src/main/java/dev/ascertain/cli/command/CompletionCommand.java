package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ascertain completion}. */
final class CompletionCommand implements Command {
    /** The shells that there is a script for. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    Shell shell = Shell.bash;

    @Override
    public CommandSpec spec() {
        return Syntax.of(
                        this,
                        "completion",
                        "Writes a completion script: source <(ascertain completion bash).",
                        "It completes commands, options and their values, files, and the addresses of the manifests that"
                                + " are typed, or of the current folder.")
                .optionalWord("SHELL", Shell.class, "bash (default), zsh or fish.", given -> shell = given)
                .spec();
    }

    @Override
    public ExitCode run(Surroundings surroundings) {
        String name = "/dev/ascertain/cli/completion/ascertain." + shell;
        try (InputStream script = Objects.requireNonNull(CompletionCommand.class.getResourceAsStream(name), name)) {
            surroundings.out().print(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return ExitCode.OK;
    }
}

package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import dev.ascertain.cli.view.JsonView;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ascertain version}. */
final class VersionCommand implements Command {
    boolean json;

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "version", "Tells which version this is.")
                .flag("--json", "Tell it as JSON.", given -> json = given)
                .spec();
    }

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

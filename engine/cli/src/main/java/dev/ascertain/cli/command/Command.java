package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** One command. */
public interface Command {
    /** What it is called and takes; what is typed is put into this object's fields. */
    CommandSpec spec();

    /** Does it, once the fields are filled in. */
    ExitCode run(Surroundings surroundings);
}

package dev.ascertain.cli.command;

import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.cli.view.ExitCode;

/** One command, its options filled in. */
public interface Command {
    ExitCode run(Surroundings surroundings);
}

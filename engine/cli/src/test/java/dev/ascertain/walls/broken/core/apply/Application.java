package dev.ascertain.walls.broken.core.apply;

import dev.ascertain.walls.broken.cli.Command;

public record Application(Command command) {}

package dev.ascertain.walls.broken.cli;

import dev.ascertain.walls.broken.providers.acme.Acme;

public record Command(Acme provider) {}

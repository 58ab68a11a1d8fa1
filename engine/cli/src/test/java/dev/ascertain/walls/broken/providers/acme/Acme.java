package dev.ascertain.walls.broken.providers.acme;

import dev.ascertain.walls.broken.core.apply.Application;
import dev.ascertain.walls.broken.providers.other.Other;

public record Acme(Application engine, Other neighbour) {}

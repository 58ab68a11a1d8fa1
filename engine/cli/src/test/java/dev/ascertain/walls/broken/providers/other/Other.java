package dev.ascertain.walls.broken.providers.other;

public record Other(String name) {}

package dev.ascertain.walls.broken.evidence.dns;

/** What only the probes may know. */
public final class Asking {
    private Asking() {}

    public static void ask() {}
}

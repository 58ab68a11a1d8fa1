package dev.ascertain.walls.broken.core.judge;

import dev.ascertain.walls.broken.evidence.dns.Asking;

/** A judge that goes and looks instead of judging what was seen. */
final class JudgeAsks {
    void judge() {
        Asking.ask();
    }
}

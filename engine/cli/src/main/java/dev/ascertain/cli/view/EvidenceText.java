package dev.ascertain.cli.view;

import java.time.Duration;
import java.util.ArrayList;

/** A look at the world, in a few words. */
final class EvidenceText {
    private EvidenceText() {}

    static String of(EvidenceEvent.Started started) {
        return "Gathering evidence for " + counted(started.verifications(), "verification");
    }

    static String of(EvidenceEvent.Completed completed) {
        var parts = new ArrayList<String>();
        parts.add(counted(completed.questions(), "question"));
        if (completed.pages() > 0) {
            parts.add(counted(completed.pages(), "page"));
        }
        if (completed.endpoints() > 0) {
            parts.add(counted(completed.endpoints(), "certificate"));
        }
        return "Gathered evidence: " + String.join(", ", parts) + " in " + seconds(completed.took());
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String seconds(Duration took) {
        long tenths = took.toMillis() / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}

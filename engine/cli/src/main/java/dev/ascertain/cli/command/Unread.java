package dev.ascertain.cli.command;

import dev.ascertain.core.diagnostic.Diagnostic;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.plan.Change;
import java.util.List;
import java.util.Objects;

/** What could not be read, and is therefore missing in a result that has no place to say so. */
final class Unread {
    private Unread() {}

    /** Tells each cause once; gives whether there was any. */
    static boolean told(Session session, List<Change> changes) {
        List<Diagnostic> causes = changes.stream()
                .filter(change -> change.action() == Action.ERROR)
                .map(Unread::told)
                .toList();
        session.view().diagnostics(causes);
        return !causes.isEmpty();
    }

    private static Diagnostic told(Change change) {
        String next = Objects.requireNonNullElse(change.next(), "run again");
        return Diagnostic.error("Could not be read", change.reason().message() + "\nNext: " + next + ".")
                .in(change.key());
    }
}

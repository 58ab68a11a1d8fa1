package dev.ascertain.cli.report;

import java.util.HashSet;
import java.util.Set;

/** Keeps names apart that became the same when they were made visible, or cut. */
final class Names {
    private final Set<String> taken = new HashSet<>();

    /** The row, with a number behind its instance if another one is called the same. */
    Row distinct(Row row) {
        Verification about = row.about();
        Verification distinct = about;
        for (int number = 2; !taken.add(distinct.name()); number++) {
            distinct = about.called((about.instance() + " (" + number + ")").strip());
        }
        return row.about(distinct);
    }
}

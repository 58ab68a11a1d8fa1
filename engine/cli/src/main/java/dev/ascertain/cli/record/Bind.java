package dev.ascertain.cli.record;

import dev.ascertain.core.publish.Publications;
import dev.ascertain.core.publish.RecordSet;
import dev.ascertain.core.publish.RecordSet.Entry;

/** Lines for a zone file, with absolute names: they mean the same wherever they are put. */
final class Bind {
    private static final Remarks REMARKS = new Remarks(";");

    private Bind() {}

    static String of(Publications publications) {
        if (publications.isEmpty()) {
            return REMARKS.nothing();
        }
        var text = new StringBuilder();
        for (RecordSet set : publications.sets()) {
            for (Entry entry : set.entries()) {
                text.append(REMARKS.of(entry));
                text.append(ZoneText.line(set, entry.value())).append('\n');
            }
        }
        return text.append(REMARKS.rest(publications)).toString();
    }
}

package dev.ascertain.cli.record;

import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.publish.Publications;
import dev.ascertain.core.publish.RecordSet;
import dev.ascertain.core.publish.RecordSet.Entry;
import java.util.List;

/** Comments of one line each; harmless behind any mark that makes the rest of a line a comment. */
final class Remarks {
    private final String mark;

    /** @param mark such as {@code #} */
    Remarks(String mark) {
        this.mark = mark;
    }

    String line(String remark) {
        return mark + " " + Visible.line(remark) + "\n";
    }

    /** For which verifications, and whether it is there. */
    String of(Entry entry) {
        return line(String.join(", ", entry.of()) + ": " + entry.presence().words());
    }

    /** A record that the language cannot hold, as a zone-file line. */
    String instead(RecordSet set, Entry entry, String why) {
        return line(why + " " + ZoneText.line(set, entry.value()));
    }

    /** What is no record: files and mails. */
    String rest(Publications publications) {
        var text = new StringBuilder();
        publications
                .files()
                .forEach(file -> text.append(line("Serve %s with the content \"%s\" (%s: %s)."
                        .formatted(
                                file.url(),
                                file.content(),
                                String.join(", ", file.of()),
                                file.presence().words()))));
        publications
                .mails()
                .forEach(mail -> text.append(
                        line("Confirm the mail to %s (%s).".formatted(mail.to(), String.join(", ", mail.of())))));
        return text.toString();
    }

    /** What stands in place of nothing at all. */
    String nothing() {
        return line("Nothing to publish.");
    }

    /** The sets whose zone is known, by zone. */
    static List<RecordSet> within(Publications publications, String zone) {
        return publications.sets().stream()
                .filter(set -> zone.equals(set.zone()))
                .toList();
    }

    /** The sets whose zone nobody knows, in comments. */
    String homeless(Publications publications) {
        var text = new StringBuilder();
        for (RecordSet set : publications.sets()) {
            if (set.zone() == null) {
                set.entries().forEach(entry -> text.append(instead(set, entry, "Its zone is not known, see --zone:")));
            }
        }
        return text.toString();
    }
}

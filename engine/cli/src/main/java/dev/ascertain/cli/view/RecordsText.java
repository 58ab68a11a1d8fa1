package dev.ascertain.cli.view;

import dev.ascertain.cli.record.ZoneText;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.publish.Mail;
import dev.ascertain.core.publish.Presence;
import dev.ascertain.core.publish.Publications;
import dev.ascertain.core.publish.RecordSet;
import dev.ascertain.core.publish.RecordSet.Entry;
import dev.ascertain.core.publish.WebFile;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must be published, as text: each record with its zone-file line, to be copied. */
public final class RecordsText {
    private RecordsText() {}

    public static String of(Publications publications, Screen screen) {
        var page = new Page(screen);
        String zone = "";
        for (RecordSet set : publications.sets()) {
            String next = heading(set.zone());
            if (!next.equals(zone)) {
                page.line(next);
                page.blank();
            }
            zone = next;
            set.entries().forEach(entry -> write(page, set, entry));
        }
        publications.files().forEach(file -> write(page, file));
        publications.mails().forEach(mail -> write(page, mail));
        page.result("Records:", sentence(publications));
        return page.toString();
    }

    private static String heading(@Nullable String zone) {
        return zone == null ? "Zone not known" : "Zone " + Visible.line(zone);
    }

    private static void write(Page page, RecordSet set, Entry entry) {
        heading(page, entry.presence(), Visible.line(set.relative()) + "  " + set.type());
        page.verbatim("line", ZoneText.line(set, entry.value()));
        page.labelled("for", of(entry.of()));
        page.blank();
    }

    private static void write(Page page, WebFile file) {
        heading(page, file.presence(), "file");
        page.verbatim("serve", Visible.line(file.url()));
        page.verbatim("with", Visible.line(file.content()));
        page.labelled("for", of(file.of()));
        page.blank();
    }

    private static void write(Page page, Mail mail) {
        page.heading(Mark.PERSON.on(page.screen()), Mark.PERSON.ink(), "mail", "to be confirmed");
        page.verbatim("to", Visible.line(mail.to()));
        page.labelled("for", of(mail.of()));
        page.blank();
    }

    private static void heading(Page page, Presence presence, String what) {
        Mark mark = PresenceText.mark(presence);
        page.heading(mark.on(page.screen()), mark.ink(), what, presence.words());
    }

    private static String of(List<String> keys) {
        return Visible.line(String.join(", ", keys));
    }

    private static String sentence(Publications publications) {
        List<Presence> presences = Stream.concat(
                        publications.sets().stream()
                                .flatMap(set -> set.entries().stream())
                                .map(Entry::presence),
                        publications.files().stream().map(WebFile::presence))
                .toList();
        var parts = new Parts();
        for (Presence presence : List.of(Presence.MISSING, Presence.PARTLY, Presence.UNKNOWN, Presence.PUBLISHED)) {
            long count = presences.stream().filter(presence::equals).count();
            parts.add(count, presence.words(), presence.words());
        }
        parts.add(publications.mails().size(), "mail to confirm", "mails to confirm");
        return parts.sentence("nothing to publish");
    }
}

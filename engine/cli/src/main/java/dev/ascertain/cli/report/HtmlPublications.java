package dev.ascertain.cli.report;

import dev.ascertain.cli.html.Entry.Part;
import dev.ascertain.cli.html.Entry.Publication;
import dev.ascertain.cli.record.ZoneText;
import dev.ascertain.cli.view.ExplanationPhrases;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.explain.Explanation;
import dev.ascertain.core.publish.Mail;
import dev.ascertain.core.publish.Publications;
import dev.ascertain.core.publish.RecordSet;
import dev.ascertain.core.publish.WebFile;
import java.util.ArrayList;
import java.util.List;

/** What must be published, to be copied: the same texts as those of {@code explain} and {@code records}. */
final class HtmlPublications {
    /** A provider may send more. */
    private static final int MOST = 50;

    /** What is longer is no record that anybody publishes, and would only swell the page. */
    private static final int LONGEST = 4_000;

    private HtmlPublications() {}

    /** What is missing, or of which nobody knows whether it is. */
    static List<Publication> of(Explanation explanation) {
        Publications missing = explanation.publish().missing();
        var all = new ArrayList<Publication>();
        for (RecordSet set : missing.sets()) {
            set.entries().forEach(entry -> all.add(record(set, entry, explanation)));
        }
        missing.files().forEach(file -> all.add(file(file, explanation)));
        missing.mails().forEach(mail -> all.add(mail(mail)));
        return all.stream().limit(MOST).toList();
    }

    private static Publication record(RecordSet set, RecordSet.Entry entry, Explanation explanation) {
        var parts = new ArrayList<Part>();
        parts.add(part("zone-file line", ZoneText.line(set, entry.value())));
        if (set.zone() != null) {
            parts.add(part("zone", set.zone()));
        }
        parts.add(part(set.zone() == null ? "name" : "name in the zone", set.relative()));
        parts.add(part("type", set.type().name()));
        parts.add(part("value", entry.value()));
        return new Publication(
                "%s (%s)"
                        .formatted(
                                ExplanationPhrases.verb(set, explanation),
                                ExplanationPhrases.presence(entry.presence())),
                parts);
    }

    private static Publication file(WebFile file, Explanation explanation) {
        return new Publication(
                "%s (%s)".formatted(ExplanationPhrases.verb(explanation), ExplanationPhrases.presence(file.presence())),
                List.of(part("address", file.url()), part("content", file.content())));
    }

    private static Publication mail(Mail mail) {
        return new Publication("Confirm the mail", List.of(part("to", mail.to())));
    }

    private static Part part(String label, String text) {
        if (text.length() > LONGEST) {
            return new Part(label, "%d characters: too long to be shown here.".formatted(text.length()), false);
        }
        String shown = Visible.line(text, LONGEST);
        return new Part(label, shown, shown.equals(text));
    }
}

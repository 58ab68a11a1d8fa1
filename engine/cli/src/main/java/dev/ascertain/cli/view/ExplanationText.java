package dev.ascertain.cli.view;

import dev.ascertain.cli.record.ZoneText;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.explain.Act;
import dev.ascertain.core.explain.Explanation;
import dev.ascertain.core.explain.Moment;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.judge.Party;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.publish.Mail;
import dev.ascertain.core.publish.Publications;
import dev.ascertain.core.publish.RecordSet;
import dev.ascertain.core.publish.RecordType;
import dev.ascertain.core.publish.WebFile;
import java.time.Instant;
import java.util.List;

/** One explanation as text: the headline, the chain, who must act, what to publish, what happens by itself. */
public final class ExplanationText {
    private static final String DEEPER = " ".repeat(8);

    private final Screen screen;
    private final Instant now;
    private final boolean quiet;

    /** @param quiet whether one line of result is enough */
    public ExplanationText(Screen screen, Instant now, boolean quiet) {
        this.screen = screen;
        this.now = now;
        this.quiet = quiet;
    }

    /** Ends with a line break. */
    public String of(Explanation explanation) {
        var page = new Page(screen);
        var change = explanation.change();
        Mark mark = Mark.of(change.action());
        page.heading(mark.on(screen), mark.ink(), ChangeText.key(change), ChangeText.todo(change));
        if (quiet) {
            return page.toString();
        }
        page.labelled("why", Visible.line(change.reason().message()));
        page.blank();
        LinkText.write(page, explanation);
        page.blank();
        explanation.limits().forEach(limit -> page.labelled("note", Visible.line(limit)));
        writeActs(page, explanation);
        writePublications(page, explanation.publish().missing(), isAsked(explanation));
        writeClock(page, explanation);
        return page.toString();
    }

    private void writeActs(Page page, Explanation explanation) {
        if (explanation.acts().stream().noneMatch(Act::must)) {
            page.labelled("who", nobody(explanation.change().action() == Action.NONE));
        }
        writeWait(page, explanation.change());
        for (Act act : explanation.acts()) {
            if (act.must()) {
                page.labelled("who", PartyText.of(act.party(), explanation));
            }
            page.labelled(act.must() ? "do" : "also", Visible.line(act.what()));
        }
    }

    static String nobody(boolean met) {
        return met ? "nobody: it is as expected" : "nobody: it takes time, and nothing else";
    }

    /** What follows the wait, as the plan says it too. */
    private static void writeWait(Page page, Change change) {
        String next = change.next();
        if (change.action() == Action.WAIT && next != null) {
            page.labelled("next", Visible.line(next));
        }
    }

    /** Whether whoever holds the domain must do something; else what would help is only shown. */
    static boolean isAsked(Explanation explanation) {
        return explanation.acts().stream().anyMatch(act -> act.must() && act.party() == Party.YOU);
    }

    private static void writePublications(Page page, Publications missing, boolean asked) {
        for (RecordSet set : missing.sets()) {
            for (RecordSet.Entry entry : set.entries()) {
                page.blank();
                page.body("%s (%s), as a line of a zone file:"
                        .formatted(verb(set, asked), entry.presence().words()));
                page.line(DEEPER + ZoneText.line(set, entry.value()));
                page.body(
                        set.zone() == null
                                ? "or in a web console:"
                                : "or in a web console, in the zone " + Visible.line(set.zone()) + ":");
                page.line(DEEPER + "name   " + Visible.line(set.relative()));
                page.line(DEEPER + "type   " + set.type());
                page.line(DEEPER + "value");
                page.line(DEEPER + Visible.line(entry.value(), Integer.MAX_VALUE));
            }
        }
        missing.files().forEach(file -> write(page, file, asked));
        missing.mails().forEach(mail -> write(page, mail));
    }

    /** A CAA record permits, and proves nothing. */
    static String verb(RecordSet set, boolean asked) {
        if (asked) {
            return "Publish";
        }
        return set.type() == RecordType.CAA ? "What would permit it" : "What proves it";
    }

    static String verb(boolean asked) {
        return asked ? "Serve" : "What proves it";
    }

    private static void write(Page page, WebFile file, boolean asked) {
        page.blank();
        page.body("%s (%s):".formatted(verb(asked), file.presence().words()));
        page.line(DEEPER + Visible.line(file.url()));
        page.body("with the content");
        page.line(DEEPER + Visible.line(file.content()));
    }

    private static void write(Page page, Mail mail) {
        page.blank();
        page.body("Confirm the mail to");
        page.line(DEEPER + Visible.line(mail.to()));
    }

    private void writeClock(Page page, Explanation explanation) {
        List<Moment> clock = explanation.clock();
        if (clock.isEmpty()) {
            return;
        }
        page.blank();
        String label = "then";
        for (Moment moment : clock) {
            page.labelled(label, MomentText.of(moment, now, screen.zone()));
            label = "";
        }
    }
}

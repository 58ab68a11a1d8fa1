package dev.ascertain.cli.view;

import dev.ascertain.cli.record.ZoneText;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.explain.Act;
import dev.ascertain.core.explain.Explanation;
import dev.ascertain.core.explain.Link;
import dev.ascertain.core.explain.Link.Step;
import dev.ascertain.core.explain.Moment;
import dev.ascertain.core.explain.Moment.Event;
import dev.ascertain.core.judge.Party;
import dev.ascertain.core.publish.Publications;
import dev.ascertain.core.publish.RecordSet;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What one party must do, as Markdown that can be mailed. */
public final class LetterText {
    /** To whom it is written. */
    public enum Reader {
        /** Whoever holds the domain. */
        CUSTOMER,
        /** Whoever answers support tickets at the provider, and speaks with its certificate authority. */
        PROVIDER,
        /** Whoever runs the tool. */
        OPERATOR;

        private boolean is(Party party) {
            return switch (party) {
                case YOU -> this == CUSTOMER;
                case PROVIDER, CA -> this == PROVIDER;
                case OPERATOR -> this == OPERATOR;
            };
        }
    }

    private final Reader reader;
    private final ZoneId zone;

    public LetterText(Reader reader, ZoneId zone) {
        this.reader = reader;
        this.zone = zone;
    }

    /** Ends with a line break. */
    public String of(Explanation explanation) {
        List<Act> acts = explanation.acts().stream()
                .filter(act -> reader.is(act.party()))
                .toList();
        boolean must = acts.stream().anyMatch(Act::must);
        var text = new StringBuilder("# " + Markdown.text(subject(explanation)));
        text.append(must ? ": something is needed from you\n\n" : ": there is nothing that you must do\n\n");
        String vendor = explanation.vendor();
        text.append("%s verifies %s.\n\n"
                .formatted(
                        Markdown.text(vendor.startsWith("the ") ? "T" + vendor.substring(1) : vendor),
                        name(explanation)));
        if (must) {
            explanation.firstBroken().map(Link::step).map(LetterText::plainly).ifPresent(text::append);
        }
        text.append(Markdown.text(explanation.change().reason().message())).append("\n\n");
        if (!acts.isEmpty()) {
            text.append("## What to do\n\n");
            acts.forEach(act -> text.append(said(act)));
            text.append('\n');
        }
        if (must && reader == Reader.CUSTOMER) {
            writePublications(text, explanation.publish().missing());
            deadline(explanation).ifPresent(text::append);
        }
        if (reader == Reader.PROVIDER) {
            writeChain(text, explanation);
        }
        writeClock(text, explanation);
        return text.toString();
    }

    /** What is wrong, for somebody who does not know how certificates are made. */
    private static String plainly(Step broken) {
        return switch (broken) {
            case DELEGATION -> "The internet does not know the domain at present. ";
            case NAME_SERVERS -> "The servers that answer for the domain do not do so as they should. ";
            case DNSSEC -> "The signatures that protect the domain's DNS (DNSSEC) do not match. ";
            case CAA ->
                "The domain's DNS says who may issue certificates for it, and whoever is to issue this one is not"
                        + " among them. ";
            case RECORD -> "The DNS does not show the proof that the domain is yours as it should. ";
            case FILE -> "The web server does not show the proof that the domain is yours as it should. ";
            case VISIBILITY, PROVIDER, CERTIFICATE -> "";
        };
    }

    /** Until when it helps. */
    private Optional<String> deadline(Explanation explanation) {
        return explanation.clock().stream()
                .filter(moment -> moment.event() == Event.GIVES_UP || moment.event() == Event.TOKEN_EXPIRES)
                .findFirst()
                .map(moment -> "Please do this before %s%s. After that it must be begun anew.\n\n"
                        .formatted(MomentText.dated(moment.at(), zone), moment.estimated() ? " (an estimate)" : ""));
    }

    private static String subject(Explanation explanation) {
        String host = explanation.change().claim().host();
        String instance = explanation.change().subject().instance();
        if (!host.isEmpty()) {
            return host;
        }
        return instance.isEmpty() ? explanation.change().subject().address() : instance;
    }

    private static String name(Explanation explanation) {
        return Markdown.code(subject(explanation));
    }

    private static String said(Act act) {
        String what = act.what();
        String sentence = what.isEmpty() ? what : what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
        String end = sentence.endsWith(".") ? "" : ".";
        return "- " + (act.must() ? "" : "If you can: ") + Markdown.text(sentence + end) + "\n";
    }

    private static void writePublications(StringBuilder text, Publications missing) {
        if (!missing.sets().isEmpty()) {
            writeRecords(text, missing.sets());
        }
        missing.files()
                .forEach(file -> text.append("Please serve this content at %s:\n\n%s\n"
                        .formatted(Markdown.code(file.url()), Markdown.block(Visible.line(file.content())))));
        missing.mails()
                .forEach(mail -> text.append(
                        "Please confirm the mail that was sent to %s.\n\n".formatted(Markdown.code(mail.to()))));
    }

    private static void writeRecords(StringBuilder text, List<RecordSet> sets) {
        text.append(
                "## The record\n\nIn the console where your domain's DNS is kept, add this beside what is there:\n\n");
        text.append("| Domain | Name | Type | Value |\n|---|---|---|---|\n");
        for (RecordSet set : sets) {
            String domain = set.zone() == null ? "" : Markdown.cell(set.zone());
            set.values()
                    .forEach(value -> text.append("| %s | %s | %s | %s |\n"
                            .formatted(domain, Markdown.cell(set.relative()), set.type(), Markdown.cell(value))));
        }
        text.append("\nFor a zone file, the same is:\n\n");
        sets.forEach(set -> set.values()
                .forEach(value ->
                        text.append(Markdown.block(ZoneText.line(set, value))).append('\n')));
    }

    private static void writeChain(StringBuilder text, Explanation explanation) {
        text.append("## What was seen\n\n");
        for (Link link : explanation.links()) {
            text.append("- **%s**: %s. %s\n"
                    .formatted(
                            LinkText.title(link.step()),
                            LinkText.words(link.state()),
                            Markdown.text(String.join(" ", link.facts()))));
        }
        text.append('\n');
    }

    private void writeClock(StringBuilder text, Explanation explanation) {
        List<Moment> clock = explanation.clock();
        if (clock.isEmpty()) {
            return;
        }
        text.append("## What happens by itself\n\n");
        clock.forEach(moment -> text.append("- ")
                .append(Markdown.text(MomentText.dated(moment, zone)))
                .append('\n'));
        text.append('\n');
    }
}

package dev.ascertain.cli.view;

import dev.ascertain.cli.view.Screen.Ink;
import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.explain.Explanation;
import dev.ascertain.core.explain.Link;
import dev.ascertain.core.explain.Link.State;
import dev.ascertain.core.explain.Link.Step;
import dev.ascertain.core.judge.Finding;
import java.util.List;

/** The chain as a numbered list: each link's state, what was seen, and what the rules say of it. */
final class LinkText {
    private static final int INDENT = 8;
    private static final int TITLE = 14;

    private LinkText() {}

    static void write(Page page, Explanation explanation) {
        List<Link> links = explanation.links();
        Link broken = explanation.firstBroken().orElse(null);
        for (int at = 0; at < links.size(); at++) {
            Link link = links.get(at);
            heading(page, at + 1, link, link.equals(broken));
            link.facts().forEach(fact -> page.wrapped(" ".repeat(INDENT), INDENT, Visible.line(fact)));
            link.findings().stream()
                    .map(Finding::reason)
                    .filter(reason -> !reason.equals(explanation.change().reason()))
                    .forEach(reason -> page.wrapped(" ".repeat(INDENT), INDENT, Visible.line(reason.message())));
        }
    }

    private static void heading(Page page, int number, Link link, boolean first) {
        Ink ink = ink(link.state());
        String state = page.screen().paint(ink, words(link.state()));
        String pointer = first ? page.screen().paint(ink, ">") : " ";
        page.line("    %s %d %s%s%s"
                .formatted(
                        pointer,
                        number,
                        Page.padded(title(link.step()), TITLE),
                        state,
                        first ? ": the first link that does not hold" : ""));
    }

    static String title(Step step) {
        return switch (step) {
            case DELEGATION -> "delegation";
            case NAME_SERVERS -> "name servers";
            case DNSSEC -> "DNSSEC";
            case CAA -> "CAA";
            case RECORD -> "record";
            case VISIBILITY -> "visibility";
            case FILE -> "file";
            case PROVIDER -> "provider";
            case CERTIFICATE -> "certificate";
        };
    }

    static String words(State state) {
        return switch (state) {
            case OK -> "ok";
            case WAITING -> "waiting";
            case BROKEN -> "broken";
            case NOT_SEEN -> "not seen";
            case NOT_NEEDED -> "not needed";
        };
    }

    private static Ink ink(State state) {
        return switch (state) {
            case OK -> Ink.GREEN;
            case WAITING -> Ink.CYAN;
            case BROKEN -> Ink.RED;
            case NOT_SEEN -> Ink.YELLOW;
            case NOT_NEEDED -> Ink.FAINT;
        };
    }
}

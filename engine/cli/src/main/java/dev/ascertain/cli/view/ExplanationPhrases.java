package dev.ascertain.cli.view;

import dev.ascertain.core.explain.Act;
import dev.ascertain.core.explain.Explanation;
import dev.ascertain.core.explain.Link;
import dev.ascertain.core.judge.Action;
import dev.ascertain.core.publish.Presence;
import dev.ascertain.core.publish.RecordSet;

/** The words of an explanation's text, for reports that say the same in another form. */
public final class ExplanationPhrases {
    private ExplanationPhrases() {}

    /** Who must act, to be read as the subject of a sentence; or why nobody must. */
    public static String who(Explanation explanation) {
        return explanation.acts().stream()
                .filter(Act::must)
                .findFirst()
                .map(act -> PartyText.of(act.party(), explanation))
                .orElseGet(() -> ExplanationText.nobody(explanation.change().action() == Action.NONE));
    }

    /** Such as {@code name servers}. */
    public static String title(Link link) {
        return LinkText.title(link.step());
    }

    /** Such as {@code not seen}. */
    public static String state(Link link) {
        return LinkText.words(link.state());
    }

    /** Such as {@code published in part}. */
    public static String presence(Presence presence) {
        return presence.words();
    }

    /** What to do with a record, or what it is: {@code Publish}, {@code What proves it}, {@code What would permit it}. */
    public static String verb(RecordSet set, Explanation explanation) {
        return ExplanationText.verb(set, ExplanationText.isAsked(explanation));
    }

    /** What to do with a file, or what it is: {@code Serve}, {@code What proves it}. */
    public static String verb(Explanation explanation) {
        return ExplanationText.verb(ExplanationText.isAsked(explanation));
    }
}

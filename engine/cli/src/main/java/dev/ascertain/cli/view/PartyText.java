package dev.ascertain.cli.view;

import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.explain.Explanation;
import dev.ascertain.core.judge.Party;
import java.util.List;

/** Who somebody is. */
final class PartyText {
    private PartyText() {}

    /** To be read as the subject of a sentence. */
    static String of(Party party, Explanation explanation) {
        return switch (party) {
            case YOU -> "you" + ChangeText.owner(explanation.change().subject()) + zones(explanation);
            case PROVIDER -> explanation.vendor();
            case CA -> "the certificate authority";
            case OPERATOR -> "whoever runs ascertain";
        };
    }

    private static String zones(Explanation explanation) {
        List<String> zones = explanation.publish().zones();
        return zones.isEmpty() ? "" : ", who can change the zone " + Visible.line(String.join(" and ", zones));
    }
}

package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Delegation.State;
import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.dns.Authority.Said;
import java.util.ArrayList;
import java.util.List;

/**
 * CAA records: from a host up through its parents, but not the root, to the first set. Aliases are followed, the parents
 * of their targets are not climbed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8659#section-3">RFC 8659, section 3</a>
 */
final class Permissions {
    private static final String CAA = "CAA";

    private final Walk walk;
    private final Authority authority;
    private final Resolvers resolvers;

    Permissions(Walk walk, Authority authority, Resolvers resolvers) {
        this.walk = walk;
        this.authority = authority;
        this.resolvers = resolvers;
    }

    /** @param host without a wildcard */
    void climb(String host) {
        if (walk.cutOf(host).state() == State.NOT_DELEGATED) {
            return;
        }
        for (String name : Names.upwards(host)) {
            var question = new Question(name, CAA);
            var source = Together.begin(() -> isSet(question));
            boolean visible = resolvers.ask(question).stream().anyMatch(Permissions::isSet);
            if (source.join() || visible) {
                return;
            }
        }
    }

    /** Whether there is a set, at the name or at the end of its aliases. */
    private boolean isSet(Question question) {
        var names = new ArrayList<String>();
        for (String name = question.name();
                Wire.isAskable(name) && !names.contains(name) && names.size() <= Walk.MOST_HOPS; ) {
            names.add(name);
            Said said = authority.briefly(new Question(name, CAA));
            if (said.isPositive(CAA)) {
                return true;
            }
            List<String> targets = said.aliases(name);
            if (targets.isEmpty()) {
                return false;
            }
            name = targets.getFirst();
        }
        return false;
    }

    private static boolean isSet(Answer answer) {
        return answer.records().stream().anyMatch(record -> record.type().equals(CAA));
    }
}

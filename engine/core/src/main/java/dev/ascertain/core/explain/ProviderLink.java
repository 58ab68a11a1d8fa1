package dev.ascertain.core.explain;

import dev.ascertain.core.explain.Link.State;
import dev.ascertain.core.judge.Verdict;
import java.util.List;

/** What the provider itself says. */
final class ProviderLink {
    private ProviderLink() {}

    static Seen of(Matter the) {
        if (the.isMet()) {
            return Seen.of(State.OK, the.vendor() + " reports what is expected.");
        }
        if (the.change().verdict() == Verdict.UNOBSERVABLE) {
            return Seen.of(State.NOT_SEEN, the.vendor() + " could not be asked.");
        }
        if (the.change().differences().isEmpty()) {
            return Seen.of(State.WAITING, the.vendor() + " does not report what is expected.");
        }
        List<String> facts = the.change().differences().stream()
                .map(difference -> difference.actual() == null
                        ? "%s reports no %s.".formatted(the.vendor(), difference.attribute())
                        : "%s reports %s: %s."
                                .formatted(
                                        the.vendor(),
                                        difference.attribute(),
                                        difference.actual().asText()))
                .toList();
        return new Seen(State.WAITING, facts);
    }
}

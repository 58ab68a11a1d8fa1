package dev.ascertain.core.explain;

import dev.ascertain.core.explain.Link.State;
import dev.ascertain.core.judge.Verdict;
import java.util.List;

/** What the provider itself says. */
final class ProviderLink {
    private ProviderLink() {}

    static Seen of(Matter the) {
        if (the.isMet()) {
            return Seen.of(State.OK, vendor(the) + " reports what is expected.");
        }
        if (the.change().verdict() == Verdict.UNOBSERVABLE) {
            return Seen.of(State.NOT_SEEN, vendor(the) + " could not be asked.");
        }
        if (the.change().differences().isEmpty()) {
            return Seen.of(State.WAITING, vendor(the) + " does not report what is expected.");
        }
        List<String> facts = the.change().differences().stream()
                .map(difference -> difference.actual() == null
                        ? "%s reports no %s.".formatted(vendor(the), difference.attribute())
                        : "%s reports %s: %s."
                                .formatted(
                                        vendor(the),
                                        difference.attribute(),
                                        difference.actual().asText()))
                .toList();
        return new Seen(State.WAITING, facts);
    }

    /** With a capital, to begin a sentence: some providers have an article, such as the Internet. */
    private static String vendor(Matter the) {
        String vendor = the.vendor();
        return vendor.startsWith("the ") ? "T" + vendor.substring(1) : vendor;
    }
}

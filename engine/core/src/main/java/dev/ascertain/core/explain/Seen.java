package dev.ascertain.core.explain;

import dev.ascertain.core.explain.Link.State;
import java.util.List;

/** How a link holds by the facts alone, before any rule is heard. */
record Seen(State state, List<String> facts) {
    Seen {
        facts = List.copyOf(facts);
    }

    static Seen of(State state, String fact) {
        return new Seen(state, List.of(fact));
    }
}

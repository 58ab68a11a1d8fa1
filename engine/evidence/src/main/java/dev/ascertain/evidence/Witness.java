package dev.ascertain.evidence;

import java.time.Instant;
import java.util.List;

/** Looks at the world the way whoever verifies will. Never changes anything. */
@FunctionalInterface
public interface Witness {
    /** Looks at nothing. */
    Witness BLIND = (_, _) -> Evidence.NONE;

    /**
     * Gathers what there is to see, in bounded time. What goes wrong is part of what was seen: nothing is thrown, and a
     * run that is stopped leaves what was seen until then.
     *
     * @param since what was seen before that is out of date
     */
    Evidence look(List<Inquiry> inquiries, Instant since);
}

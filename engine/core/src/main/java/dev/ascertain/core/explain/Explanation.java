package dev.ascertain.core.explain;

import dev.ascertain.core.explain.Link.State;
import dev.ascertain.core.plan.Change;
import dev.ascertain.core.publish.Publications;
import java.util.List;
import java.util.Optional;

/**
 * Why one verification stands where it does, and what to do.
 *
 * @param change what the plan says of it
 * @param vendor the provider's name in sentences
 * @param links one for each step, in order
 * @param acts what somebody must do first; empty if nobody must
 * @param publish what must be published, whether or not it is
 * @param clock what happens by itself, the earliest first
 * @param limits what could not be looked at, as sentences
 */
public record Explanation(
        Change change,
        String vendor,
        List<Link> links,
        List<Act> acts,
        Publications publish,
        List<Moment> clock,
        List<String> limits) {
    public Explanation {
        links = List.copyOf(links);
        acts = List.copyOf(acts);
        clock = List.copyOf(clock);
        limits = List.copyOf(limits);
    }

    /** The first link that does not hold: mend this one before the others. */
    public Optional<Link> firstBroken() {
        return links.stream().filter(link -> link.state() == State.BROKEN).findFirst();
    }
}

package dev.ascertain.core.observe;

import dev.ascertain.core.judge.Expectations;
import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Inquiry;
import dev.ascertain.evidence.Witness;
import dev.ascertain.spi.Claim;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From what providers said to what is to be looked at in the world, and the look itself. */
public record Lookout(Witness witness, Gathering gathering) {
    /** Looks at nothing: the provider's answer decides. */
    public static final Lookout NONE = new Lookout(Witness.BLIND, Gathering.NONE);

    /** For which verifications evidence is gathered. */
    public enum Gathering {
        NONE,
        UNMET,
        ALL
    }

    /**
     * @param since what was seen before that is out of date
     * @param now what {@code in 21 days} counts from
     * @return {@link Evidence#NONE} if there is nothing to look at
     */
    public Evidence look(Map<Bound, Look> looks, Instant since, Instant now) {
        List<Inquiry> inquiries = inquiries(looks, now);
        return inquiries.isEmpty() ? Evidence.NONE : witness.look(inquiries, since);
    }

    /** Whether anything is ever looked at. */
    public boolean isOpen() {
        return gathering != Gathering.NONE;
    }

    /** Each thing to look at once, in the order of the looks. */
    public List<Inquiry> inquiries(Map<Bound, Look> looks, Instant now) {
        if (gathering == Gathering.NONE) {
            return List.of();
        }
        var inquiries = new ArrayList<Inquiry>();
        looks.forEach((bound, look) -> {
            if (look instanceof Look.Seen(Observation observation)) {
                observation.verifications().stream()
                        .filter(live -> isWanted(bound, live, now))
                        .map(Lookout::inquiry)
                        .forEach(inquiries::add);
            }
        });
        return inquiries.stream().filter(Lookout::hasSomethingToSee).distinct().toList();
    }

    private static boolean hasSomethingToSee(Inquiry inquiry) {
        return !inquiry.claim().equals(Claim.NONE) || !inquiry.challenges().isEmpty();
    }

    private boolean isWanted(Bound bound, LiveVerification live, Instant now) {
        List<Declaration> selecting = bound.declarations().stream()
                .filter(declaration -> Expectations.selects(declaration, live, now))
                .toList();
        return gathering == Gathering.ALL
                ? !selecting.isEmpty()
                : selecting.stream()
                        .anyMatch(declaration -> !Expectations.differences(declaration, live, now)
                                .isEmpty());
    }

    /** The proof is looked for also where it is not waited for any more: it may have to stay, or be left behind. */
    private static Inquiry inquiry(LiveVerification live) {
        return new Inquiry(live.claim(), live.challenges(), live.status() == Status.VERIFIED);
    }
}

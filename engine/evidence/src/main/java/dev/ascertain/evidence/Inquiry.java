package dev.ascertain.evidence;

import dev.ascertain.spi.Challenge;
import dev.ascertain.spi.Claim;
import java.util.List;

/**
 * What one verification gives occasion to look at.
 *
 * @param claim what is to be verified
 * @param challenges what should be published by now; empty if the proof is not what the verification waits for
 * @param served whether the certificate that is served is looked at too
 */
public record Inquiry(Claim claim, List<Challenge> challenges, boolean served) {
    public Inquiry {
        challenges = List.copyOf(challenges);
    }
}

package dev.ascertain.spi;

import java.time.Instant;

/** What the engine wants to know of a target beyond the plain state. */
public interface Interest {
    /** Only the plain state: what a look between two polls asks for. */
    Interest PLAIN = new Interest() {
        @Override
        public boolean names(String attribute) {
            return false;
        }

        @Override
        public boolean unmet(LiveVerification live) {
            return false;
        }
    };

    /** Whether a manifest expects, selects on or desires this live attribute. */
    boolean names(String attribute);

    /** Whether this verification, as read so far, is not as a manifest expects it, so that the reason is wanted. */
    boolean unmet(LiveVerification live);

    /**
     * Whether it matters until when what is in service is valid ({@link Schedule#notAfter}), also where all is as a
     * manifest expects it. Worth one more read of a target, not one for each verification.
     */
    default boolean expiry() {
        return false;
    }

    /**
     * What was seen before this moment is out of date. Concerns only a provider that keeps what it saw, so that one
     * sweep asks nobody twice: whatever it kept will do, unless something else is said.
     */
    default Instant since() {
        return Instant.EPOCH;
    }
}

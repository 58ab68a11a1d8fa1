package dev.ascertain.spi;

/** The half of a provider that changes nothing: all that planning is ever given. */
public interface Observer {
    /**
     * Finds what has to be read for a declaration. Offline. Declarations that one read can serve give equal targets.
     */
    Target bind(Declared declared);

    /**
     * Reads the live state. Never changes anything, and is repeated by the transport where that can help.
     *
     * @param interest what has to be known beyond the plain state; costlier look-ups are made only for it
     * @throws ProviderException if the state could not be read: that is neither failed nor pending
     */
    Observation observe(Target target, Interest interest);
}

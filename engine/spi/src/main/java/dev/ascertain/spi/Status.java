package dev.ascertain.spi;

/** The classes into which a provider sorts its own words for the state of a verification. */
public enum Status {
    /** Validated, confirmed. */
    VERIFIED,
    /** The provider waits for the proof: a check can be asked for. */
    NEEDS_PROOF,
    /** The provider is at work; asking changes nothing. */
    IN_PROGRESS,
    /** The provider gave up, and can be asked again. */
    GAVE_UP,
    /** The order or its certificate ran out: a new order is needed. */
    EXPIRED,
    /** Over for another cause: asking does not help, a person must act. */
    ENDED,
    /** Held in reserve, such as a backup certificate: neither met nor failed. */
    STAND_BY,
    /** A word that this version does not know. Never met, never a failure. */
    UNKNOWN
}

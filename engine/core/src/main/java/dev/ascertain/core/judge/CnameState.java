package dev.ascertain.core.judge;

/** What is the matter with one CNAME record. */
enum CnameState {
    /** Nobody who decides was heard: nothing is said of it. */
    UNKNOWN,
    /** It leads where it should, on every server that was heard. */
    RIGHT,
    /** Some of the servers have it. */
    OUT_OF_SYNC,
    /** There is none, or it leads elsewhere. */
    MISSING,
    /** Addresses stand in its place, and they are not the target's. */
    FLATTENED,
    /** Its chain is too long, a circle, or leads to a name that does not exist. */
    BROKEN,
    /** It should lead to the provider, and leads elsewhere. */
    LED_WRONG,
    /** It should lead to the provider, and a TXT record stands in its place. */
    SHADOWED
}

package dev.ascertain.core.judge;

/** What is the matter with the TXT values of one name. Each name is in one state, so that no two rules contradict. */
enum TxtState {
    /** Nobody who decides was heard, or it leads to where nobody was: nothing is said of it. */
    UNKNOWN,
    /** Every server that was heard holds every value. */
    RIGHT,
    /** There is none at all. */
    MISSING,
    /** Every value is somewhere, but not everywhere. */
    OUT_OF_SYNC,
    /** There are values, and none of those that are wanted. */
    OTHERS,
    /** What is missing is at the name with the zone appended once more. */
    DOUBLED,
    /** What is missing is at a name above. */
    MISPLACED,
    /** What is missing is there with quotes, in other case, or cut. */
    GARBLED,
    /** Some of the values are there. */
    PARTIAL,
    /** The name is a zone of its own, on other servers. */
    HANDED_ON,
    /** An alias that comes back to itself. */
    CIRCLING,
    /** An alias that is meant for the provider, and leads wrong. */
    LED_WRONG,
    /** Values of its own beside an alias that leads to the provider. */
    SHADOWED,
    /** An alias that leads to the provider, who has not placed the value yet. */
    LEFT_TO_PROVIDER
}

package dev.ascertain.cli.report;

/** How much a verification weighs in a report, heaviest first. */
enum Weight {
    /** Could not be read, or a call failed. */
    ERROR,
    /** Not as expected. */
    FAILURE,
    /** Not as expected, where the manifest calls that only a warning. */
    WARNING,
    /** As expected, and something beside it should be looked after. */
    NOTE,
    /** As expected. */
    NONE
}

package dev.ascertain.core.observe;

import dev.ascertain.spi.Observation;
import dev.ascertain.spi.ProviderException;

/** What became of one attempt to read a target. */
public sealed interface Look {
    /** It was read. */
    record Seen(Observation observation) implements Look {}

    /** It could not be read, or was not asked for. */
    record Unseen(ProviderException failure) implements Look {}
}

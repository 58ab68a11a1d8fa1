package dev.ascertain.providers.http;

import dev.ascertain.spi.ProviderException;

/** Turns a vendor's error answers into the one closed set of failures. */
@FunctionalInterface
public interface RefusalReader {
    /** Never throws: an error body that cannot be understood is told by its status. */
    ProviderException read(Refusal refusal);
}

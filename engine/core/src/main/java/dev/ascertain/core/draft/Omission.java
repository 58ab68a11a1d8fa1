package dev.ascertain.core.draft;

import dev.ascertain.spi.ProviderException;

/** What was found or wanted, and is not in the draft. */
public sealed interface Omission {
    /** By which people know it: hostile text. */
    String name();

    /** It could not be read. */
    record Unread(String name, ProviderException failure) implements Omission {}

    /** It was read, and has no verification yet: there is nothing to expect. */
    record Empty(String name) implements Omission {}
}

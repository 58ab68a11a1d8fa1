package dev.ascertain.spi;

import org.jspecify.annotations.Nullable;

/**
 * What must be published so that a verification can succeed. The words of a challenge come from the provider: hostile
 * text until shown otherwise.
 */
public sealed interface Challenge {
    /** The owner name of the record, or the address of the file. */
    String name();

    /** The value of the record, or the content of the file. */
    String value();

    /** What the provider says of this one, such as {@code pending}; null if it says nothing. */
    @Nullable String status();

    /** A TXT record. */
    record Txt(String name, String value, @Nullable String status) implements Challenge {}

    /** A CNAME record; the value is its target. */
    record Cname(String name, String value, @Nullable String status) implements Challenge {}

    /** A file; the name is its address, the value its whole content. */
    record HttpFile(String name, String value, @Nullable String status) implements Challenge {}

    /** A confirmation by mail; the name is the address it is sent to, the value is empty. */
    record Email(String name, String value, @Nullable String status) implements Challenge {}
}

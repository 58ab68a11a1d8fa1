package dev.ascertain.spi;

/**
 * What a text must look like. The engine checks it offline, so that nobody finds out by a call that an address stands
 * where a name belongs, and tells editors by the manifest's schema.
 *
 * <p>A name may be written in any language or in its coded form ({@code xn--…}). It has at most 253 characters, and each
 * of its parts at most 63, counted in the coded form.
 */
public enum Form {
    /** Any text. */
    ANY,
    /** The whole name of a host or a zone, such as {@code shop.example.com}. A declared one may end with a dot. */
    HOST_NAME,
    /** Such a name, or one for many, such as {@code *.shop.example.com}. */
    HOST_OR_WILDCARD_NAME,
    /** The name of a record below another name, such as {@code _dnsauth.shop}: one part or more, without a dot at its end. */
    RECORD_NAME,
    /**
     * The whole name of a record, such as {@code _acme-challenge.shop.example.com} or {@code *.shop.example.com}. A
     * declared one may end with a dot.
     */
    WHOLE_RECORD_NAME,
    /** 32 hexadecimal digits, in either case. */
    HEX_ID,
    /** A {@link #HOST_NAME}, or a {@link #HEX_ID}. */
    HOST_NAME_OR_HEX_ID
}

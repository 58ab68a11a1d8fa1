package dev.ascertain.evidence;

/**
 * One record of an answer.
 *
 * @param name its owner, see {@link Names#canonical}
 * @param type such as {@code TXT}
 * @param ttl in seconds, 0 to 2147483647, as received: a resolver counts it down
 * @param data names in canonical form; for TXT the strings joined, bytes that are no printable ASCII as {@code \DDD};
 *     for everything else the presentation form of the type's RFC
 */
public record DnsRecord(String name, String type, long ttl, String data) {
    public DnsRecord {
        name = Names.canonical(name);
    }
}

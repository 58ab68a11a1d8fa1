package dev.ascertain.sandbox.dns;

import java.time.Instant;

/**
 * One question that came.
 *
 * @param server the address that was asked, without port
 * @param name in lower case, without the final dot
 * @param type such as {@code TXT}
 * @param tcp whether it came over TCP
 * @param unchecked whether it carried the CD bit
 */
public record Asked(Instant at, String server, String name, String type, boolean tcp, boolean unchecked) {}

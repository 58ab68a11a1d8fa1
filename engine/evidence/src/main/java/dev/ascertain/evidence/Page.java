package dev.ascertain.evidence;

import java.util.List;

/**
 * A file that should prove something.
 *
 * @param url as the provider gave it
 * @param visits one for each address of the host, IPv6 first; empty if it has none or may not be asked
 */
public record Page(String url, List<Visit> visits) {
    public Page {
        visits = List.copyOf(visits);
    }
}

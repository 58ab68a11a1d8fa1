package dev.ascertain.evidence;

import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a host the way whoever verifies will. */
@FunctionalInterface
public interface Addresses {
    /**
     * Looks a name up, aliases followed. Nothing is thrown: a name that nobody could be asked about has no address
     * here.
     *
     * @param name in any form that {@link Names#canonical} takes; no literal address
     * @return IPv6 first; empty if the name has none
     */
    List<InetAddress> of(String name);
}

package dev.ascertain.evidence;

import java.util.List;

/**
 * Where a zone lives according to its parent.
 *
 * @param zone its name; empty for the root. Of one that is not delegated: the highest name that does not exist
 * @param parent the zone that was asked
 * @param nameServers the NS set at the parent; the child's own is the answer to {@code zone NS}
 * @param servers each address of each name server, the parent's and the child's; one without an address where a name
 *     has none
 * @param signed whether the parent holds a DS record
 */
public record Delegation(
        String zone, String parent, State state, List<String> nameServers, List<Server> servers, boolean signed) {
    /** Whether there is such a zone. */
    public enum State {
        DELEGATED,
        /** The parent says that there is no such name. */
        NOT_DELEGATED,
        /** The parent could not be asked. */
        UNKNOWN
    }

    public Delegation {
        nameServers = List.copyOf(nameServers);
        servers = List.copyOf(servers);
    }
}

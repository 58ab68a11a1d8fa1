package dev.ascertain.evidence.tls;

import dev.ascertain.evidence.Names;

/** Which hosts a name of a certificate stands for (RFC 9525). */
final class Coverage {
    private Coverage() {}

    /** A wildcard stands for exactly one label, and only as the whole first one. */
    static boolean covers(String name, String host) {
        String canonical = Names.canonical(name);
        if (!Names.isWildcard(canonical)) {
            return canonical.equals(host);
        }
        return host.indexOf('.') > 0 && Names.parent(host).equals(Names.withoutWildcard(canonical));
    }
}

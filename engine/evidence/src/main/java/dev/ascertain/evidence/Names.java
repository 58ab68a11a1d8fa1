package dev.ascertain.evidence;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Domain names as evidence writes them: lower case, no final dot, the root as the empty text. Pure text. */
public final class Names {
    private Names() {}

    /** An international name in the ASCII form of the DNS; as it is, if it has none. */
    public static String canonical(String name) {
        String lower = ascii(name.strip()).toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static String ascii(String name) {
        if (isAscii(name)) {
            return name;
        }
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException hasNone) {
            return name;
        }
    }

    /** A loop, as every rule asks it of every name. */
    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The name without its first label; empty for the root and for a name of one label. */
    public static String parent(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /** Whether a name is the zone's own or below it. Every name is in the root. */
    public static boolean isWithin(String name, String zone) {
        return zone.isEmpty() || name.equals(zone) || name.endsWith("." + zone);
    }

    /** The name and its parents, the nearest first, without the root. */
    public static List<String> upwards(String name) {
        var names = new ArrayList<String>();
        for (String at = name; !at.isEmpty(); at = parent(at)) {
            names.add(at);
        }
        return List.copyOf(names);
    }

    /** The name without the zone, as it is entered in a web console; {@code @} for the zone's own name. */
    public static String relative(String name, String zone) {
        if (zone.isEmpty() || !isWithin(name, zone)) {
            return name;
        }
        return name.equals(zone) ? "@" : name.substring(0, name.length() - zone.length() - 1);
    }

    /** The name that a wildcard is below: {@code *.shop.example} gives {@code shop.example}. */
    public static String withoutWildcard(String name) {
        return isWildcard(name) ? name.substring(2) : name;
    }

    public static boolean isWildcard(String name) {
        return name.startsWith("*.");
    }

    /**
     * Whether a name of a certificate stands for a host (RFC 9525): a wildcard for exactly one label, and only as the
     * whole first one.
     *
     * @param name in any form that {@link #canonical} takes
     * @param host canonical
     */
    public static boolean covers(String name, String host) {
        String canonical = canonical(name);
        if (!isWildcard(canonical)) {
            return canonical.equals(host);
        }
        return host.indexOf('.') > 0 && parent(host).equals(withoutWildcard(canonical));
    }
}

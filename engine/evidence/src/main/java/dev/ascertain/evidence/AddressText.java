package dev.ascertain.evidence;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Internet addresses as evidence writes them: as people do (RFC 5952), so {@code 2001:db8::1}. Pure text. */
public final class AddressText {
    private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(:0)+(?![0-9a-f])");

    private AddressText() {}

    /** Without the scope that an IPv6 address of one link may have. */
    public static String of(InetAddress address) {
        String full = address.getHostAddress();
        if (!(address instanceof Inet6Address)) {
            return full;
        }
        int scope = full.indexOf('%');
        return shortened(scope < 0 ? full : full.substring(0, scope));
    }

    /** Whether a text is an IPv6 address, be it alone or in brackets before a port. */
    static boolean isIpv6(String address) {
        return address.startsWith("[") || address.indexOf(':') != address.lastIndexOf(':');
    }

    /** The longest run of zeros is left out, the first of those that are equally long. */
    private static String shortened(String full) {
        Matcher zeros = ZEROS.matcher(full);
        int start = 0;
        int end = 0;
        while (zeros.find()) {
            if (zeros.end() - zeros.start() > end - start) {
                start = zeros.start();
                end = zeros.end();
            }
        }
        return end == 0
                ? full
                : (withoutColon(full.substring(0, start)) + "::"
                        + full.substring(end).replaceFirst("^:", ""));
    }

    private static String withoutColon(String head) {
        return head.endsWith(":") ? head.substring(0, head.length() - 1) : head;
    }
}

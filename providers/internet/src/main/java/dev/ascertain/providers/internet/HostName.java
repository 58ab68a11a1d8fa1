package dev.ascertain.providers.internet;

import dev.ascertain.evidence.Names;
import java.net.IDN;
import java.util.regex.Pattern;

/** Names as people declare them, in the form of the DNS. Pure text. */
final class HostName {
    static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST = 253;

    /** Underscores stand in the names of records; digits alone at the end would be an IP address. */
    private static final Pattern FORM = Pattern.compile("(?:\\*\\.)?(?:[a-z0-9_-]{1,63}\\.)*(?!\\d+$)[a-z0-9_-]{1,63}");

    private HostName() {}

    /** In lower case, without a final dot; letters beyond ASCII in their encoded form, if they have one. */
    static String of(String declared) {
        String name = Names.canonical(declared);
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException noName) {
            return name;
        }
    }

    static boolean isOne(String name) {
        return name.length() <= LONGEST && FORM.matcher(name).matches();
    }
}

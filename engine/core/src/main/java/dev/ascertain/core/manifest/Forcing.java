package dev.ascertain.core.manifest;

import java.util.List;

/**
 * For which verifications a check is asked for although something stands in the way.
 *
 * @param patterns patterns of addresses, {@code *} for anything; behind a space there may stand what tells one live
 *     verification apart from the others of its declaration, such as a hostname: that is meant literally, since
 *     {@code *.example.com} is a hostname too
 */
public record Forcing(List<String> patterns) {
    public static final Forcing NONE = new Forcing(List.of());

    public Forcing {
        patterns = List.copyOf(patterns);
    }

    /** Whether any pattern means this verification. */
    public boolean holds(String address, String instance) {
        return patterns.stream().anyMatch(pattern -> means(pattern, address, instance));
    }

    /** Whether a pattern means this verification. */
    public static boolean means(String pattern, String address, String instance) {
        if (Selection.matches(pattern, address)) {
            return true;
        }
        return !instance.isEmpty()
                && pattern.endsWith(" " + instance)
                && Selection.matches(
                        pattern.substring(0, pattern.length() - instance.length())
                                .strip(),
                        address);
    }

    /** The patterns that can mean none of these addresses, whatever is found there: most likely misspelt. */
    public List<String> unmatched(List<String> addresses) {
        return patterns.stream()
                .filter(pattern -> addresses.stream().noneMatch(address -> begins(pattern, address)))
                .toList();
    }

    /** Whether the pattern, or a part of it that ends before a space, matches the address. */
    private static boolean begins(String pattern, String address) {
        for (int end = pattern.length(); end > 0; end = pattern.lastIndexOf(' ', end - 1)) {
            if (Selection.matches(pattern.substring(0, end).strip(), address)) {
                return true;
            }
        }
        return false;
    }
}

package dev.ascertain.core.manifest;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which declarations a run is about.
 *
 * @param targets patterns of addresses, {@code *} for anything; empty means all
 * @param excludes patterns of addresses that are left out; they win over the targets
 */
public record Selection(List<String> targets, List<String> excludes) {
    public static final Selection ALL = new Selection(List.of(), List.of());

    public Selection {
        targets = List.copyOf(targets);
        excludes = List.copyOf(excludes);
    }

    /** Whether an address belongs to the run. A pattern without a key means all elements of its {@code for_each}. */
    public boolean holds(String address) {
        return (targets.isEmpty() || targets.stream().anyMatch(pattern -> matches(pattern, address)))
                && excludes.stream().noneMatch(pattern -> matches(pattern, address));
    }

    /** The patterns that match none of these addresses: most likely misspelt. */
    public List<String> unmatched(List<String> addresses) {
        return Stream.concat(targets.stream(), excludes.stream())
                .filter(pattern -> addresses.stream().noneMatch(address -> matches(pattern, address)))
                .toList();
    }

    static boolean matches(String pattern, String address) {
        if (address.startsWith(pattern + "[")) {
            return true;
        }
        String regex = Pattern.compile("\\*")
                .splitAsStream(pattern + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.matches(regex, address + " ");
    }
}

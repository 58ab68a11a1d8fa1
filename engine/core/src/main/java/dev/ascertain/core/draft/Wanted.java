package dev.ascertain.core.draft;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is to be drafted.
 *
 * @param names of things, as they were typed
 * @param patterns of names, with {@code *} for anything: for these the list of all things is read
 */
public record Wanted(List<String> names, List<String> patterns) {
    static final String ANYTHING = "*";

    public Wanted {
        names = List.copyOf(names);
        patterns = List.copyOf(patterns);
    }

    /** From what was typed; everything if that is nothing. */
    public static Wanted of(List<String> typed) {
        if (typed.isEmpty()) {
            return new Wanted(List.of(), List.of(ANYTHING));
        }
        var byForm = typed.stream().distinct().collect(Collectors.partitioningBy(name -> name.contains("*")));
        return new Wanted(byForm.getOrDefault(false, List.of()), byForm.getOrDefault(true, List.of()));
    }

    /** In either case, since names of the DNS have none. */
    static boolean matches(String pattern, String name) {
        String regex = Pattern.compile("\\*")
                .splitAsStream(pattern.toLowerCase(Locale.ROOT) + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL)
                .matcher(name.toLowerCase(Locale.ROOT) + " ")
                .matches();
    }
}

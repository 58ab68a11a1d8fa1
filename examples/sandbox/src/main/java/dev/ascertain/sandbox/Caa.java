package dev.ascertain.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether CAA records let an authority issue. Parameters behind the authority's name are not heeded.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8659">RFC 8659</a>
 */
final class Caa {
    private static final Pattern RECORD = Pattern.compile("(\\d+) (\\w+) \"([^;\"]*).*", Pattern.DOTALL);
    private static final Set<String> KNOWN = Set.of("issue", "issuewild", "iodef", "contactemail", "contactphone");
    private static final int CRITICAL = 128;

    /** As CAA records name those that a certificate pack names. */
    private static final Map<String, String> AUTHORITIES = Map.of(
            "lets_encrypt", "letsencrypt.org",
            "google", "pki.goog",
            "ssl_com", "ssl.com",
            "sectigo", "sectigo.com",
            "digicert", "digicert.com");

    private Caa() {}

    /**
     * @param hostname may be a wildcard
     * @param word of a certificate pack's {@code certificate_authority}; null for the usual one
     * @param records the data of the CAA records at a name, aliases followed
     */
    static boolean permits(String hostname, @Nullable Object word, Function<String, List<String>> records) {
        String authority = AUTHORITIES.getOrDefault(word == null ? "lets_encrypt" : word.toString(), "");
        var set = upwards(hostname.replaceFirst("^\\*\\.", ""))
                .map(records)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(RECORD::matcher)
                .filter(Matcher::matches)
                .toList();
        boolean wild = hostname.startsWith("*.") && set.stream().anyMatch(record -> isTag(record, "issuewild"));
        var deciding = set.stream()
                .filter(record -> isTag(record, wild ? "issuewild" : "issue"))
                .toList();
        return set.stream().noneMatch(Caa::isNotUnderstood)
                && (deciding.isEmpty()
                        || deciding.stream()
                                .anyMatch(record -> record.group(3).strip().equalsIgnoreCase(authority)));
    }

    private static Stream<String> upwards(String name) {
        return Stream.iterate(
                name, at -> !at.isEmpty(), at -> at.contains(".") ? at.substring(at.indexOf('.') + 1) : "");
    }

    private static boolean isTag(Matcher record, String tag) {
        return record.group(2).equalsIgnoreCase(tag);
    }

    private static boolean isNotUnderstood(Matcher record) {
        return (Integer.parseInt(record.group(1)) & CRITICAL) != 0
                && KNOWN.stream().noneMatch(tag -> isTag(record, tag));
    }
}

package dev.ascertain.core.judge;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of TXT records as text: what tells a published one from the one that is wanted. Pure, and of no cost for what is long. */
final class TxtValue {
    /** Of a value that was found; one that is to be published is never cut. */
    static final int LONGEST_SHOWN = 60;

    /** Shorter ones are found in other text by chance. */
    private static final int SHORTEST_TELLING = 8;

    /** Much longer than what is wanted is something else, however long it is. */
    private static final int MOST_AROUND = 200;

    private static final int MOST_GROWTH = 4;

    /** Two of them with one length and one alphabet are tokens of one kind: those of ACME have 43 characters. */
    private static final int SHORTEST_TOKEN = 20;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/_=-]{" + SHORTEST_TOKEN + ",}");
    /** What is typed or pasted around a value: white space, quotes of every language, what evidence writes as bytes. */
    private static final Pattern AROUND = Pattern.compile("\\\\\\d{3}|[\\s\"'`\\\\]");

    private static final Pattern SPACE = Pattern.compile("\\s|\\\\(009|010|013|194\\\\160)");

    /** Which mark ends the part of a token that tells whose it is, as in {@code google-site-verification=…}. */
    private static final Pattern MARK = Pattern.compile("[=:_]");

    private TxtValue() {}

    /**
     * A wanted value published, but not as it should be.
     *
     * @param found the value that somebody published for it
     * @param how what is wrong with it, to be said behind "is there" or "holds it"
     */
    record Slip(String found, String how) {}

    /** A value as evidence writes it: bytes that are no printable ASCII as {@code \DDD}. */
    static String written(String value) {
        if (value.chars().allMatch(TxtValue::isPrintable)) {
            return value;
        }
        var text = new StringBuilder(value.length() + 16);
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            int code = octet & 0xff;
            text.append(isPrintable(code) ? Character.toString(code) : "\\%03d".formatted(code));
        }
        return text.toString();
    }

    private static boolean isPrintable(int code) {
        return code >= ' ' && code <= '~';
    }

    /** How a wanted value that nobody holds was published all the same; empty if it was not. */
    static Optional<Slip> slip(String wanted, Collection<String> found) {
        return found.stream()
                .flatMap(value -> how(written(wanted), value, found).stream().map(how -> new Slip(value, how)))
                .findFirst();
    }

    private static Optional<String> how(String wanted, String found, Collection<String> all) {
        if (found.length() > MOST_AROUND + wanted.length() * MOST_GROWTH) {
            return Optional.empty();
        }
        String meant = bare(wanted);
        String bare = bare(found);
        if (meant.isEmpty() || bare.isEmpty()) {
            return Optional.empty();
        }
        if (bare.equals(meant)) {
            return Optional.of(added(wanted, found));
        }
        if (bare.equalsIgnoreCase(meant)) {
            return Optional.of("in other case");
        }
        if (wanted.length() < SHORTEST_TELLING) {
            return Optional.empty();
        }
        if (wanted.startsWith(found) && all.contains(wanted.substring(found.length()))) {
            return Optional.of("cut in two records");
        }
        if (meant.startsWith(bare) && bare.length() >= SHORTEST_TELLING) {
            return Optional.of("cut off after %d of %d characters".formatted(bare.length(), meant.length()));
        }
        return bare.contains(meant) ? Optional.of("with other text around it") : Optional.empty();
    }

    private static String bare(String value) {
        return AROUND.matcher(value).replaceAll("");
    }

    private static String added(String wanted, String found) {
        if (found.length() < wanted.length()) {
            return "without its spaces or quotes";
        }
        if (found.indexOf('"') >= 0 || found.indexOf('\'') >= 0) {
            return "with quotes as part of it";
        }
        return SPACE.matcher(found).find() ? "with spaces in it" : "with characters in it that do not show";
    }

    /** Whether one looks like the other's predecessor: a token of the same kind, from an earlier order. */
    static boolean isAlike(String one, String other) {
        boolean bothTokens = one.length() == other.length()
                && TOKEN.matcher(one).matches()
                && TOKEN.matcher(other).matches();
        return bothTokens || (prefix(one) != null && Objects.equals(prefix(one), prefix(other)));
    }

    private static @Nullable String prefix(String value) {
        var mark = MARK.matcher(value);
        return mark.find() && mark.start() > 0 ? value.substring(0, mark.end()).toLowerCase(Locale.ROOT) : null;
    }

    /** In quotes, and no longer than anybody reads. */
    static String shown(String found) {
        return "\"" + shortened(found) + "\"";
    }

    static String shortened(String found) {
        return found.length() <= LONGEST_SHOWN ? found : found.substring(0, LONGEST_SHOWN) + "…";
    }
}

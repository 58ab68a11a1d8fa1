package dev.ascertain.core.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One CAA record (RFC 8659, parameters by RFC 8657).
 *
 * @param flags 0 to 255
 * @param tag lower case
 * @param value without its quotes
 */
public record CaaRecord(int flags, String tag, String value) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\s+([A-Za-z0-9]+)\\s+\"?(.*?)\"?", Pattern.DOTALL);
    private static final int CRITICAL = 128;

    /** What issuers know, so that the critical bit forbids nothing: RFC 8659, RFC 9495, CA/B Forum BR and VMC. */
    private static final List<String> KNOWN =
            List.of("issue", "issuewild", "iodef", "issuemail", "issuevmc", "contactemail", "contactphone");

    /** Empty if the text is no CAA data. */
    public static Optional<CaaRecord> parse(String data) {
        Matcher matcher = FORM.matcher(data.strip());
        return matcher.matches()
                ? Optional.of(new CaaRecord(
                        Integer.parseInt(matcher.group(1)),
                        matcher.group(2).toLowerCase(Locale.ROOT),
                        matcher.group(3)))
                : Optional.empty();
    }

    boolean forbidsAsUnknown() {
        return (flags & CRITICAL) != 0 && !KNOWN.contains(tag);
    }

    /** The issuer's domain name; empty where nobody may issue. */
    public String issuer() {
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** The value of a parameter behind the issuer. */
    Optional<String> parameter(String name) {
        return Arrays.stream(value.split(";"))
                .skip(1)
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2 && part[0].strip().equalsIgnoreCase(name))
                .map(part -> part[1].strip())
                .findFirst();
    }

    /** As it stands in a zone file. */
    public String text() {
        return "%d %s \"%s\"".formatted(flags, tag, value);
    }
}

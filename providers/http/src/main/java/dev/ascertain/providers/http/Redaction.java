package dev.ascertain.providers.http;

import dev.ascertain.spi.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Takes secrets out of text, in every form in which a server may send them back. */
final class Redaction {
    private static final String DOTS = "••••••";
    private static final Set<String> HEADERS = Set.of(
            "authorization",
            "cookie",
            "set-cookie",
            "x-auth-key",
            "x-auth-email",
            "x-auth-token",
            "x-security-token",
            "x-subject-token");

    private final List<String> forms;

    Redaction(List<Secret> secrets) {
        forms = secrets.stream()
                .map(Secret::reveal)
                .flatMap(Redaction::forms)
                .distinct()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .toList();
    }

    /** As it is, as in an address, and as in JSON: some writers there escape what HTML or JavaScript could mistake. */
    private static Stream<String> forms(String secret) {
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String escaped = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        String numbered = escaped.replace("&", "\\u0026")
                .replace("'", "\\u0027")
                .replace("<", "\\u003c")
                .replace("=", "\\u003d")
                .replace(">", "\\u003e");
        return Stream.of(secret, encoded, encoded.replace("+", "%20"), escaped, escaped.replace("/", "\\/"), numbered);
    }

    String clean(String text) {
        String clean = text;
        for (String form : forms) {
            clean = clean.replace(form, DOTS);
        }
        return clean;
    }

    /** The value of a header as it may be shown. */
    String header(String name, String value) {
        return HEADERS.contains(name.toLowerCase(Locale.ROOT)) ? DOTS : clean(value);
    }
}

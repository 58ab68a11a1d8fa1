package dev.ascertain.providers.huaweicloud.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request in the one spelling that is signed: the vendor's gateway spells what arrives in the same way and compares.
 *
 * @param text the spelling itself
 * @param signedHeaders the names of the headers in it, such as {@code host;x-sdk-date}
 * @see <a href="https://support.huaweicloud.com/intl/en-us/devg-apisign/apisign-devg-pdf.pdf">API Request Signing
 *     Guide</a>
 */
record CanonicalRequest(String text, String signedHeaders) {
    /**
     * @param headers the headers to sign, in any case; others may be sent beside them
     * @param body the exact bytes that are sent; empty for none
     */
    static CanonicalRequest of(String method, URI url, Map<String, String> headers, byte[] body) {
        SortedMap<String, String> signed = new TreeMap<>();
        headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value.strip()));
        String names = String.join(";", signed.keySet());
        String text = Stream.of(method, path(url), query(url), lines(signed), names, sha256(body))
                .collect(Collectors.joining("\n"));
        return new CanonicalRequest(text, names);
    }

    /** What the gateway sees as {@code Host}: the port only if it is not the scheme's own. */
    static String host(URI url) {
        int usual = "http".equalsIgnoreCase(url.getScheme()) ? 80 : 443;
        return url.getPort() == -1 || url.getPort() == usual ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    String hash() {
        return sha256(text.getBytes(UTF_8));
    }

    /** Ends with a slash even where the path that is sent does not. */
    private static String path(URI url) {
        return Arrays.stream(url.getRawPath().split("/"))
                .map(segment -> encode(decode(segment)) + "/")
                .collect(Collectors.collectingAndThen(Collectors.joining(), path -> path.isEmpty() ? "/" : path));
    }

    private static String query(URI url) {
        if (url.getRawQuery() == null) {
            return "";
        }
        return Arrays.stream(url.getRawQuery().split("&"))
                .filter(raw -> !raw.isEmpty())
                .map(CanonicalRequest::parameter)
                .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
    }

    private static Map.Entry<String, String> parameter(String raw) {
        int equals = raw.indexOf('=');
        String key = equals < 0 ? raw : raw.substring(0, equals);
        String value = equals < 0 ? "" : raw.substring(equals + 1);
        return Map.entry(encode(decode(key)), encode(decode(value)));
    }

    private static String lines(SortedMap<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** RFC 3986: the JDK's form encoding differs in these three. */
    private static String encode(String decoded) {
        return URLEncoder.encode(decoded, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

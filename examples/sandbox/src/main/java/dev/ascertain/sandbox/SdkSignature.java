package dev.ascertain.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signature of Huawei Cloud's API gateway, as a server looks at it: computed again from what really arrived. Written
 * apart from the provider's signer, so that one cannot hide the other's mistake.
 *
 * @param access the access key
 * @param signedHeaders in lower case
 * @param signature 64 hexadecimal digits
 * @see <a href="https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm.html">the vendor's page</a>
 */
record SdkSignature(String access, List<String> signedHeaders, String signature) {
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "SDK-HMAC-SHA256 Access=([^,\\s]+), ?SignedHeaders=([a-z0-9;_-]+), ?Signature=([0-9a-f]{64})");

    static Optional<SdkSignature> parse(String authorization) {
        var matcher = AUTHORIZATION.matcher(authorization);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new SdkSignature(matcher.group(1), List.of(matcher.group(2).split(";", -1)), matcher.group(3)));
    }

    /** Whether this is the signature of that call. */
    boolean signs(Call call, String secret) {
        return MessageDigest.isEqual(
                of(call, secret).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** What the signature of that call ought to be. */
    String of(Call call, String secret) {
        var date = Objects.requireNonNullElse(call.header("x-sdk-date"), "");
        var toSign = "SDK-HMAC-SHA256\n" + date + "\n" + sha256(canonical(call).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hmac(secret, toSign));
    }

    /** The canonical request: what both sides have to see in the same way. */
    String canonical(Call call) {
        var headers = new StringBuilder();
        for (String name : signedHeaders) {
            headers.append(name)
                    .append(':')
                    .append(Objects.requireNonNullElse(call.header(name), "").trim())
                    .append('\n');
        }
        return String.join(
                "\n",
                call.method(),
                path(call.path()),
                query(call.parameters()),
                headers,
                String.join(";", signedHeaders),
                sha256(call.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static String path(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            segments.add(encoded(Call.decoded(segment)));
        }
        var joined = String.join("/", segments);
        return joined.endsWith("/") ? joined : joined + "/";
    }

    private static String query(List<Call.Parameter> parameters) {
        var sorted = parameters.stream()
                .sorted(Comparator.comparing(Call.Parameter::name).thenComparing(Call.Parameter::value))
                .map(parameter -> encoded(parameter.name()) + "=" + encoded(parameter.value()))
                .toList();
        return String.join("&", sorted);
    }

    /** RFC 3986; the JDK's encoder is for forms and differs in three characters. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}

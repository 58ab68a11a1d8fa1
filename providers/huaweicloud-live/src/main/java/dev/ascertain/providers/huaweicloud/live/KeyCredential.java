package dev.ascertain.providers.huaweicloud.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ascertain.providers.http.Credential;
import dev.ascertain.spi.Secret;
import feign.Request;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * An access key and its secret key: each request is signed with {@code SDK-HMAC-SHA256}, and dated anew.
 *
 * <p>Signed are {@code host}, {@code x-sdk-date}, and those of {@code x-project-id} and {@code x-security-token} that
 * are sent. {@code Host} itself is left to the client.
 */
final class KeyCredential implements Credential {
    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final String PROJECT = "X-Project-Id";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Secret accessKey;
    private final Secret secretKey;
    private final @Nullable Secret securityToken;
    private final Clock clock;

    /**
     * @param securityToken goes with temporary keys; null for lasting ones
     * @param clock must be right to 15 minutes, or the gateway refuses
     */
    KeyCredential(Secret accessKey, Secret secretKey, @Nullable Secret securityToken, Clock clock) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.securityToken = securityToken;
        this.clock = clock;
    }

    @Override
    public Request authenticate(Request request) {
        String date = DATE.format(clock.instant());
        Map<String, String> added = new LinkedHashMap<>();
        added.put("X-Sdk-Date", date);
        if (securityToken != null) {
            added.put("X-Security-Token", securityToken.reveal());
        }
        CanonicalRequest canonical = canonical(request, added);
        added.put("Authorization", authorization(canonical, date, accessKey, secretKey));
        return RequestHeaders.with(request, added);
    }

    @Override
    public List<Secret> secrets() {
        return securityToken == null ? List.of(accessKey, secretKey) : List.of(accessKey, secretKey, securityToken);
    }

    /** The value of the header {@code Authorization}. */
    static String authorization(CanonicalRequest canonical, String date, Secret accessKey, Secret secretKey) {
        String signature = hmac(secretKey, ALGORITHM + "\n" + date + "\n" + canonical.hash());
        return "%s Access=%s, SignedHeaders=%s, Signature=%s"
                .formatted(ALGORITHM, accessKey.reveal(), canonical.signedHeaders(), signature);
    }

    private static CanonicalRequest canonical(Request request, Map<String, String> added) {
        URI url = URI.create(request.url());
        Map<String, String> signed = new LinkedHashMap<>(added);
        signed.put("Host", CanonicalRequest.host(url));
        RequestHeaders.first(request, PROJECT).ifPresent(project -> signed.put(PROJECT, project));
        byte[] body = request.body() == null ? new byte[0] : request.body();
        return CanonicalRequest.of(request.httpMethod().name(), url, signed, body);
    }

    private static String hmac(Secret key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }
}

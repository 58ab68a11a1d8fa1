package dev.ascertain.providers.huaweicloud.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import dev.ascertain.spi.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is asked, the signature is the one of the vendor's own signer. That one wants the path decoded, and names of
 * parameters that need no encoding: it writes them as they are into its own URL and then reads them back.
 */
class VendorSignerTest {
    private static final String PLAIN = "abcXYZ019-_.~";
    private static final String HARD = PLAIN + " !*'()+&=/?#%@:,;$[]{}|^äß中文🔑";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void signsAsTheVendorDoes(long seed) {
        var seeded = new SplittableRandom(seed);
        for (int round = 0; round < 100; round++) {
            agree(seeded);
        }
    }

    private static void agree(RandomGenerator random) {
        var call = Call.any(random);
        var access = word(random, "ABC019", 4, 20);
        var secret = word(random, HARD, 4, 40);

        assertThat(call.authorization(access, secret))
                .as("%s, signed as%n%s", call.url(), call.canonical().text())
                .isEqualTo(call.authorizationOfTheVendor(access, secret));
    }

    /** A call, all of it decoded. */
    private record Call(
            HttpMethod method,
            String host,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            String body) {
        static Call any(RandomGenerator random) {
            boolean post = random.nextBoolean();
            return new Call(
                    post ? HttpMethod.POST : HttpMethod.GET,
                    "live." + word(random, "abcxyz019", 1, 8) + ".example.com" + (random.nextBoolean() ? "" : ":8443"),
                    "/v1/" + word(random, PLAIN, 1, 12) + "/" + word(random, "abc ä*~+", 1, 6) + "/end",
                    anyQuery(random),
                    anyHeaders(random),
                    post ? word(random, HARD, 0, 40) : "");
        }

        String authorizationOfTheVendor(String access, String secret) {
            var request = HttpRequest.newBuilder()
                    .withEndpoint("https://" + host)
                    .withPath(path)
                    .withMethod(method);
            headers.forEach(request::addHeader);
            query.forEach((key, value) -> request.addQueryParam(key, List.of(value)));
            if (method == HttpMethod.POST) {
                request.withBodyAsString(body);
            }
            return AKSKSigner.getInstance()
                    .sign(request.build(), new BasicCredentials().withAk(access).withSk(secret))
                    .get("Authorization");
        }

        String authorization(String access, String secret) {
            return KeyCredential.authorization(
                    canonical(), headers.get("X-Sdk-Date"), Secret.of(access), Secret.of(secret));
        }

        CanonicalRequest canonical() {
            var signed = new TreeMap<>(headers);
            signed.put("Host", CanonicalRequest.host(url()));
            return CanonicalRequest.of(method.name(), url(), signed, body.getBytes(UTF_8));
        }

        URI url() {
            String parameters = query.entrySet().stream()
                    .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                    .collect(Collectors.joining("&"));
            return URI.create("https://" + host + encode(path).replace("%2F", "/")
                    + (parameters.isEmpty() ? "" : "?" + parameters));
        }
    }

    private static Map<String, String> anyHeaders(RandomGenerator random) {
        var headers = new TreeMap<String, String>();
        headers.put("X-Sdk-Date", "20261122T%06dZ".formatted(random.nextInt(235959)));
        if (random.nextBoolean()) {
            headers.put("X-Project-Id", word(random, "0123456789abcdef", 32, 32));
        }
        if (random.nextBoolean()) {
            headers.put("X-Security-Token", word(random, "abcXYZ019+/=", 10, 200));
        }
        return headers;
    }

    private static Map<String, String> anyQuery(RandomGenerator random) {
        var query = new TreeMap<String, String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            query.put(word(random, PLAIN, 1, 6), word(random, HARD, 0, 12));
        }
        return query;
    }

    private static String word(RandomGenerator random, String alphabet, int shortest, int longest) {
        int[] letters = alphabet.codePoints().toArray();
        return random.ints(random.nextInt(shortest, longest + 1), 0, letters.length)
                .mapToObj(i -> Character.toString(letters[i]))
                .collect(Collectors.joining());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}

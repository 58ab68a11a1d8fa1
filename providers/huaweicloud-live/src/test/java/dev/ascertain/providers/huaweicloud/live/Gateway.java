package dev.ascertain.providers.huaweicloud.live;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.ascertain.spi.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What stands in for the vendor: fixtures are answered, and what arrived is judged as its gateway would. */
final class Gateway {
    static final String PROJECT = "0123456789abcdef0123456789abcdef";
    static final String PATH = "/v1/" + PROJECT + "/domain/verification";
    static final Secret ACCESS_KEY = Secret.of("AK-canary-1");
    static final Secret SECRET_KEY = Secret.of("SK-canary-2");
    static final Secret SECURITY_TOKEN = Secret.of("ST-canary-3==");

    private final WireMockExtension server;

    Gateway(WireMockExtension server) {
        this.server = server;
    }

    /** Whatever is asked at this path is answered with this fixture. */
    void answers(String path, int status, String fixture) {
        answers(any(urlPathEqualTo(path)), json(status, fixture));
    }

    void answers(MappingBuilder asked, ResponseDefinitionBuilder answer) {
        server.stubFor(asked.willReturn(answer));
    }

    static ResponseDefinitionBuilder json(int status, String fixture) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody(exchange(fixture + ".response.json"));
    }

    static String exchange(String name) {
        try (var file = Gateway.class.getResourceAsStream("exchanges/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All that arrived, in order. */
    List<LoggedRequest> arrived() {
        return server.getAllServeEvents().reversed().stream()
                .map(event -> LoggedRequest.createFrom(event.getRequest()))
                .toList();
    }

    LoggedRequest onlyArrived() {
        assertThat(arrived()).hasSize(1);
        return arrived().getFirst();
    }

    /** The one value of a header: two of one would each be another signature. */
    static String only(LoggedRequest request, String header) {
        assertThat(request.getHeaders().getHeader(header).values()).as(header).hasSize(1);
        return request.getHeader(header);
    }

    /** Signs what arrived once more, as it arrived, and compares. */
    static void assertSigned(LoggedRequest request, String... signed) {
        var headers = Arrays.stream(signed).collect(Collectors.toMap(Function.identity(), name -> only(request, name)));
        var canonical = CanonicalRequest.of(
                request.getMethod().value(), URI.create(request.getAbsoluteUrl()), headers, request.getBody());

        assertThat(only(request, "Authorization"))
                .isEqualTo(KeyCredential.authorization(canonical, only(request, "X-Sdk-Date"), ACCESS_KEY, SECRET_KEY));
    }
}

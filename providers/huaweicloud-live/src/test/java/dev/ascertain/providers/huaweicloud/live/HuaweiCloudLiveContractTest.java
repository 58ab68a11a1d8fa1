package dev.ascertain.providers.huaweicloud.live;

import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.matching.UrlPattern;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.testkit.ProviderContract;
import java.util.Map;
import java.util.Set;

class HuaweiCloudLiveContractTest extends ProviderContract {
    @Override
    protected ProviderFactory factory() {
        return new HuaweiCloudLiveFactory();
    }

    @Override
    protected Map<String, String> plain(String server) {
        return Map.of("endpoint", server, "project_id", Gateway.PROJECT);
    }

    @Override
    protected Set<String> secrets() {
        return Set.of("access_key", "secret_key", "security_token");
    }

    @Override
    protected Declared declared() {
        return Declarations.declared();
    }

    @Override
    protected UrlPattern read() {
        return urlEqualTo(Gateway.PATH + "?domain=push.example.com");
    }

    @Override
    protected String body() {
        return Gateway.exchange("unconfirmed.response.json");
    }

    /** The state is a flag, so it can only be missing. */
    @Override
    protected String bodyOfUnknownState() {
        return "{\"domain\":\"example.com\"}";
    }

    /** An unknown domain is a 400. */
    @Override
    protected Kind kindOfNotFound() {
        return Kind.REJECTED;
    }

    @Override
    protected String refusal(String text) {
        return "{\"error_code\":\"APIGW.9999\",\"error_msg\":\"No: %s\"}".formatted(text);
    }
}

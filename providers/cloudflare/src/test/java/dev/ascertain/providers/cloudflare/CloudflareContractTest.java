package dev.ascertain.providers.cloudflare;

import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.ascertain.spi.Declared;
import dev.ascertain.spi.ProviderFactory;
import dev.ascertain.spi.Value;
import dev.ascertain.testkit.ProviderContract;
import java.util.Map;
import java.util.Set;

class CloudflareContractTest extends ProviderContract {
    private static final String ID = "023e105f4ecef8ad9ca31a8372d0c353";

    @Override
    protected ProviderFactory factory() {
        return new CloudflareFactory();
    }

    @Override
    protected Map<String, String> plain(String server) {
        return Map.of("base_url", server + "/client/v4");
    }

    @Override
    protected Set<String> secrets() {
        return Set.of("api_token");
    }

    @Override
    protected Declared declared() {
        return new Declared(
                "cloudflare_ssl_verification.shop",
                "cloudflare_ssl_verification",
                Map.of("zone_id", Value.of(ID), "trigger", Value.of("auto"), "allow_new_order", Value.of(false)));
    }

    @Override
    protected UrlPattern read() {
        return urlEqualTo("/client/v4/zones/" + ID + "/ssl/verification");
    }

    @Override
    protected String body() {
        return Fixtures.text("verification-open.json");
    }

    @Override
    protected String bodyOfUnknownState() {
        return "{\"result\":[{\"hostname\":\"a.example.com\",\"certificate_status\":\"pondering\"}]}";
    }

    /** A GET with a side effect. */
    @Override
    protected boolean triggers(LoggedRequest request) {
        return super.triggers(request) || request.queryParameter("retry").isPresent();
    }

    @Override
    protected String refusal(String text) {
        return "{\"success\":false,\"errors\":[{\"code\":1,\"message\":\"No: %s\"}],\"result\":null}".formatted(text);
    }

    @Override
    protected String listing() {
        return Fixtures.text("zones-page-1.json");
    }
}

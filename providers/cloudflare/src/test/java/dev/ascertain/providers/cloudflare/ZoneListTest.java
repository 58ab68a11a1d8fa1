package dev.ascertain.providers.cloudflare;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.ascertain.spi.Discovery.Listing;
import dev.ascertain.spi.Found;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.Secret;
import dev.ascertain.spi.Settings;
import dev.ascertain.spi.Value;
import dev.ascertain.testkit.FakeTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent to list zones, and what is made of the answers. */
class ZoneListTest {
    private static final String ACCOUNT = "9a7806061c88ada191ed06f989cc3dac";

    @RegisterExtension
    static final WireMockExtension CLOUD = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final FakeTime time = FakeTime.at("2026-03-01T00:00:00Z");

    @Test
    void everythingOnAPageIsFoundByItsId() {
        answer(Fixtures.text("zones-page-1.json"));
        try (Provider provider = open(Map.of("account_id", ACCOUNT))) {
            assertThat(provider.discovery().all(2))
                    .isEqualTo(new Listing(
                            List.of(
                                    found("shop.example.com", "", "zone_id", "023e105f4ecef8ad9ca31a8372d0c353"),
                                    found(
                                            "pending.example.com",
                                            "pending",
                                            "zone_id",
                                            "123e105f4ecef8ad9ca31a8372d0c353"),
                                    found("odd.example.com", "teleporting", "zone", "odd.example.com"),
                                    found(
                                            "evil\nexample: {x: \u0000}",
                                            "",
                                            "zone_id",
                                            "223E105F4ECEF8AD9CA31A8372D0C353")),
                            3));
        }
        CLOUD.verify(
                1,
                getRequestedFor(urlEqualTo("/client/v4/zones?account.id=" + ACCOUNT + "&page=2&per_page=50"))
                        .withHeader("Authorization", equalTo("Bearer canary"))
                        .withHeader("X-Auth-Key", absent()));
    }

    @Test
    void aNameIsLookedUpInAllAccountsAndAnIdIsNot() {
        answer(Fixtures.text("zones-active.json"));
        try (Provider provider = open(Map.of())) {
            assertThat(provider.discovery().named(" Example.COM. "))
                    .containsExactly(found("example.com", "", "zone_id", "023e105f4ecef8ad9ca31a8372d0c353"));
            assertThat(provider.discovery().named("other.example")).isEmpty();
            assertThat(provider.discovery().named("323E105F4ecef8ad9ca31a8372d0c353"))
                    .containsExactly(found(
                            "323e105f4ecef8ad9ca31a8372d0c353", "", "zone_id", "323e105f4ecef8ad9ca31a8372d0c353"));
        }
        CLOUD.verify(1, getRequestedFor(urlEqualTo("/client/v4/zones?name=example.com&page=1&per_page=50")));
        CLOUD.verify(2, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest(name = "{0} zones, {1}: {2} pages")
    @CsvSource(
            delimiter = '|',
            value = {
                "50 | {\"total_pages\": 7} | 7",
                "50 | null                 | 2",
                "49 | null                 | 1",
                "50 | {}                   | 2",
                "0  | {\"total_pages\": 0} | 0",
            })
    void aListGoesOnAsItSaysOrAsItIsFull(int zones, String info, int pages) {
        String result = IntStream.range(0, zones)
                .mapToObj("{\"name\": \"z%d.example\"}"::formatted)
                .collect(Collectors.joining(","));
        answer("{\"result\": [%s], \"result_info\": %s}".formatted(result, info));
        try (Provider provider = open(Map.of())) {
            assertThat(provider.discovery().all(1).pages()).isEqualTo(pages);
        }
    }

    @Test
    void aListWithoutAnEndIsRefused() {
        answer("{\"result\": [{\"name\": \"a.example\"}], \"result_info\": {\"total_pages\": 1001}}");
        try (Provider provider = open(Map.of())) {
            ProviderException told = catchThrowableOfType(
                    ProviderException.class, () -> provider.discovery().all(1));
            assertThat(told.what()).isEqualTo("Cloudflare's list does not end after 1000 pages.");
        }
    }

    private static Found found(String name, String remark, String attribute, String value) {
        return new Found(name, remark, Map.of(attribute, Value.of(value)));
    }

    private static void answer(String json) {
        CLOUD.stubFor(get(anyUrl()).willReturn(okJson(json)));
    }

    private Provider open(Map<String, String> plain) {
        Map<String, String> all = new HashMap<>(plain);
        all.put("base_url", CLOUD.getRuntimeInfo().getHttpBaseUrl() + "/client/v4");
        all.put("requests_per_5_minutes", "1200");
        var settings = new Settings("cloudflare", all, Map.of("api_token", Secret.of("canary")));
        return new CloudflareFactory().create(settings, time.context(4));
    }
}

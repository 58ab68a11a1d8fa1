package dev.ascertain.providers.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.testkit.FakeTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class HttpAccessTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final HttpAccess access = Stub.access(FakeTime.at("2026-01-01T00:00:00Z"));

    @AfterEach
    void close() {
        access.close();
    }

    @Test
    void readsARecordAndLeavesOutWhatItDoesNotKnow() {
        SERVER.stubFor(get("/v1/things/a").willReturn(okJson("{\"name\":\"a\",\"verified\":true,\"new\":[1]}")));

        assertThat(reading().thing("a")).isEqualTo(new Stub.Thing("a", true));
        SERVER.verify(getRequestedFor(urlEqualTo("/v1/things/a"))
                .withHeader("Authorization", equalTo("Bearer " + Stub.CANARY))
                .withHeader("User-Agent", equalTo("ascertain/test"))
                .withHeader("Accept", equalTo("application/json")));
    }

    @Test
    void patches() {
        SERVER.stubFor(patch("/v1/things/a").willReturn(okJson("{}")));

        Stub.Asking asking = access.triggers(Stub.Asking.class, Stub.at(SERVER.getPort()));

        assertThat(asking.change("a", new Stub.Thing("ä", null))).isEqualTo(new Stub.Thing(null, null));
        SERVER.verify(patchRequestedFor(urlEqualTo("/v1/things/a"))
                .withRequestBody(equalTo("{\"name\":\"ä\",\"verified\":null}"))
                .withHeader("Content-Type", equalTo("application/json")));
    }

    @Test
    void posts() {
        SERVER.stubFor(post("/v1/things").willReturn(aResponse().withStatus(204)));

        access.triggers(Stub.Asking.class, Stub.at(SERVER.getPort())).add(new Stub.Thing("a", true));

        SERVER.verify(
                1, postRequestedFor(urlEqualTo("/v1/things")).withHeader("Content-Type", equalTo("application/json")));
    }

    @Test
    void readsATree() {
        SERVER.stubFor(get("/v1/things/a").willReturn(okJson("{\"name\":[1]}")));

        assertThat(reading().tree("a").at("/name/0").asInt()).isEqualTo(1);
    }

    @Test
    void escapesWhatStandsInAPath() {
        SERVER.stubFor(get("/v1/things/a%2F..%3Fretry%3Dtrue").willReturn(okJson("{\"name\":\"b\"}")));

        assertThat(reading().thing("a/..?retry=true").name()).isEqualTo("b");
    }

    @Test
    void aNameNeverClimbsOutOfItsPath() {
        assertThatThrownBy(() -> reading().thing(".."))
                .isInstanceOf(ProviderException.class)
                .hasMessage("The request to Acme could not be made: \"..\" cannot stand in its path.");
        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }

    @Test
    void aFeignInterfaceHasDefaultMethodsAndAName() {
        SERVER.stubFor(get("/v1/things/main").willReturn(okJson("{\"name\":\"b\"}")));

        assertThat(reading().main().name()).isEqualTo("b");
        assertThat(reading()).hasToString("Reading at http://localhost:" + SERVER.getPort() + "/v1");
        assertThat(reading()).isNotEqualTo(reading());
    }

    private Stub.Reading reading() {
        return access.reads(Stub.Reading.class, Stub.at(SERVER.getPort()));
    }
}

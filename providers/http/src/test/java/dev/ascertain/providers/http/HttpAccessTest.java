package dev.ascertain.providers.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.ascertain.spi.ProviderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class HttpAccessTest {
    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private final HttpAccess access = Stub.access(Stub.NO_TIME);

    @Test
    void readsARecordAndLeavesOutWhatItDoesNotKnow() {
        server.stubFor(get("/v1/things/a").willReturn(okJson("{\"name\":\"a\",\"verified\":true,\"new\":[1]}")));

        assertThat(reading().thing("a")).isEqualTo(new Stub.Thing("a", true));
        server.verify(getRequestedFor(urlEqualTo("/v1/things/a"))
                .withHeader("Authorization", equalTo("Bearer " + Stub.CANARY))
                .withHeader("User-Agent", equalTo("ascertain/1.2.3"))
                .withHeader("Accept", equalTo("application/json")));
    }

    @Test
    void patches() {
        server.stubFor(patch("/v1/things/a").willReturn(okJson("{}")));

        Stub.Asking asking = access.triggers(Stub.Asking.class, Stub.at(server.getPort()));

        assertThat(asking.change("a", new Stub.Thing("ä", null))).isEqualTo(new Stub.Thing(null, null));
        server.verify(patchRequestedFor(urlEqualTo("/v1/things/a"))
                .withRequestBody(equalTo("{\"name\":\"ä\",\"verified\":null}"))
                .withHeader("Content-Type", equalTo("application/json")));
    }

    @Test
    void repeatsAReadFourTimesAtMost() {
        server.stubFor(get("/v1/things/a").willReturn(aResponse().withStatus(503)));

        assertThat(failure(() -> reading().thing("a"))).hasMessage("Acme answered 503 ().");
        server.verify(4, getRequestedFor(urlEqualTo("/v1/things/a")));
    }

    private Stub.Reading reading() {
        return access.reads(Stub.Reading.class, Stub.at(server.getPort()));
    }

    private static ProviderException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProviderException.class, call);
    }
}

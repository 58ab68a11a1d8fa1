package dev.ascertain.providers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BaseUrlTest {
    private static final String LOOPBACK =
            "With http:// the credential could be read on the way, so that is accepted for"
                    + " this machine only (localhost, 127.0.0.1, [::1]). Use https://.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.cloudflare.com/client/v4",
                "HTTPS://api.example.com",
                "http://localhost:8080",
                "http://127.0.0.1:8080/v1",
                "http://127.1.2.3",
                "http://[::1]:8080",
            })
    void accepts(String url) {
        assertThat(BaseUrl.fault(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com",
                "http://localhost.example.com",
                "http://127.0.0.1.example.com",
                "http://128.0.0.1",
                "http://[::2]",
                "http://0.0.0.0",
            })
    void acceptsHttpForLoopbackOnly(String url) {
        assertThat(BaseUrl.fault(url)).contains(LOOPBACK);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.com, An address begins with https:// here. Write it like https://api.example.com/v1.",
        "api.example.com, An address begins with https:// here. Write it like https://api.example.com/v1.",
        "'', An address begins with https:// here. Write it like https://api.example.com/v1.",
        "https:///v1, This address names no host. Write it like https://api.example.com/v1.",
        "https://, This is no address. Write it like https://api.example.com/v1.",
        "https://a b, This is no address. Write it like https://api.example.com/v1.",
        "https://a.example?x=1, This address goes on after its path. End it before the ? or #.",
        "https://a.example/#x, This address goes on after its path. End it before the ? or #.",
    })
    void refuses(String url, String fault) {
        assertThat(BaseUrl.fault(url)).contains(fault);
    }

    @Test
    void refusesCredentialsInAnAddress() {
        assertThat(BaseUrl.fault("https://user:canary@example.com"))
                .contains("This address holds a user name or a password. Take it out: credentials have settings of"
                        + " their own.");
    }

    @Test
    void slashesAtTheEndDoNotCount() {
        assertThat(BaseUrl.of("https://api.example.com/v1//")).isEqualTo(URI.create("https://api.example.com/v1"));
    }

    @Test
    void whatIsAtFaultIsNoAddress() {
        assertThatThrownBy(() -> BaseUrl.of("http://example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(LOOPBACK);
    }
}

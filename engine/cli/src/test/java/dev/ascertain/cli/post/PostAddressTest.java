package dev.ascertain.cli.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are taken, and that none is told. */
class PostAddressTest {
    private static final String CANARY = "T0/B0/canary-of-slack";

    @ParameterizedTest
    @CsvSource({
        "https://hooks.slack.com/services/T0/B0/canary-of-slack, hooks.slack.com",
        "HTTPS://Hooks.example/T0/B0/canary-of-slack?sig=canary-of-slack, Hooks.example",
        "http://127.0.0.1:8080/T0/B0/canary-of-slack, 127.0.0.1",
        "http://localhost/T0/B0/canary-of-slack, localhost",
        "http://[::1]:9/T0/B0/canary-of-slack, [::1]"
    })
    void onlyTheHostIsTold(String text, String host) throws AddressFault {
        var address = PostAddress.of(text);
        assertThat(PostAddress.isMeant(text)).isTrue();
        assertThat(address).hasToString(host);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.reveal()).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://hooks.example/T0/B0/canary-of-slack | an address begins with https:// here",
                "hooks.example/T0/B0/canary-of-slack | an address begins with https:// here",
                "https:///T0/B0/canary-of-slack | this address names no host",
                "https://me:canary-of-slack@hooks.example/ | this address holds a user name or a password, which would not be sent",
                "http://hooks.example/T0/B0/canary-of-slack | with http:// the address could be read on the way, so that is accepted for this machine only (localhost, 127.0.0.1, [::1]); use https://",
                "http://localhost.example/canary-of-slack | with http:// the address could be read on the way, so that is accepted for this machine only (localhost, 127.0.0.1, [::1]); use https://",
                "https://hooks.example/canary of slack | that is no address",
                "https://hooks.example/\u001b[31m | that is no address"
            })
    void theRestIsRefusedAndNotRepeated(String text, String why) {
        assertThatThrownBy(() -> PostAddress.of(text))
                .isInstanceOf(AddressFault.class)
                .hasMessage(why)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"message.json", "./a:b", "https", "C:\\report.json", "https:/x", ""})
    void aFileIsNoAddress(String text) {
        assertThat(PostAddress.isMeant(text)).isFalse();
    }

    @Test
    void whatHoldsAnAddressIsMasked() {
        assertThat(PostAddress.masked("Unknown option: '--reprot=slack=https://hooks.slack.com/services/" + CANARY
                        + "', 'http://a.example?x=" + CANARY + "' https://me:" + CANARY
                        + "@b.example and https://c.example"))
                .isEqualTo("Unknown option: '--reprot=slack=https://hooks.slack.com/…', 'http://a.example/…'"
                        + " https://me:T0/… and https://c.example");
    }
}

package dev.ascertain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.10, 127.0.0.10",
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:db8:0:0:0:0:0:0, 2001:db8::",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0db8:0:0:1:0:0:0, 2001:db8:0:0:1::",
        "2001:db8:10:0:0:20:0:3, 2001:db8:10::20:0:3",
        "fe80:0:0:0:0:0:0:1%1, fe80::1",
    })
    void areWrittenAsPeopleDo(String given, String text) {
        assertThat(AddressText.of(InetAddress.ofLiteral(given))).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "192.0.2.1, false",
        "192.0.2.1:53, false",
        "::1, true",
        "2001:db8::1, true",
        "[2001:db8::1]:53, true",
        "'', false",
    })
    void ofIpv6AreKnownByTheirForm(String address, boolean ipv6) {
        assertThat(AddressText.isIpv6(address)).isEqualTo(ipv6);
    }
}

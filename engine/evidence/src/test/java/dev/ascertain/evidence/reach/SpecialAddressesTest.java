package dev.ascertain.evidence.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecialAddressesTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0.0.0.0, unspecified",
        "0.255.255.255, this network",
        "10.0.0.0, private",
        "10.255.255.255, private",
        "100.64.0.0, carrier",
        "100.127.255.255, carrier",
        "127.0.0.1, loopback",
        "127.255.255.255, loopback",
        "169.254.169.254, metadata of clouds",
        "172.16.0.0, private",
        "172.31.255.255, private",
        "192.0.0.1, protocol",
        "192.0.2.1, documentation",
        "192.88.99.1, relay",
        "192.168.0.0, private",
        "192.168.255.255, private",
        "198.18.0.0, benchmark",
        "198.19.255.255, benchmark",
        "198.51.100.1, documentation",
        "203.0.113.1, documentation",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "240.0.0.0, reserved",
        "255.255.255.255, broadcast",
        "::, unspecified",
        "::1, loopback",
        "::8.8.8.8, compatible",
        "::ffff:10.0.0.1, mapped private",
        "64:ff9b::127.0.0.1, NAT64 of loopback",
        "64:ff9b:1::8.8.8.8, NAT64 of a site",
        "100::1, discard",
        "2001::1, Teredo",
        "2001:2::1, benchmark",
        "2001:20::1, ORCHID",
        "2001:db8::1, documentation",
        "2002:7f00:1::, 6to4 of loopback",
        "2002:a9fe:a9fe::1, 6to4 of metadata",
        "3fff:fff::1, documentation",
        "5f00::1, segments",
        "fc00::1, unique-local",
        "fd12:3456::1, unique-local",
        "fe80::1, link-local",
        "fec0::1, site-local",
        "ff02::1, multicast",
    })
    void leadsToNoPublicServer(String address, String what) {
        assertThat(SpecialAddresses.contain(InetAddress.ofLiteral(address)))
                .as(what)
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2002:808:808::1",
        "2606:4700::1",
        "3ffe::1",
        "3fff:1000::1",
    })
    void isPublic(String address) {
        assertThat(SpecialAddresses.contain(InetAddress.ofLiteral(address))).isFalse();
    }

    /** The JDK makes an IPv4 address of one; this is one that it did not see. */
    @Test
    void aMappedAddressGoesByWhatItWraps() throws UnknownHostException {
        assertThat(SpecialAddresses.contain(mapped(10, 0, 0, 1))).isTrue();
        assertThat(SpecialAddresses.contain(mapped(8, 8, 8, 8))).isFalse();
    }

    private static InetAddress mapped(int... ipv4) throws UnknownHostException {
        byte[] bytes = new byte[16];
        bytes[10] = (byte) 0xff;
        bytes[11] = (byte) 0xff;
        for (int i = 0; i < ipv4.length; i++) {
            bytes[12 + i] = (byte) ipv4[i];
        }
        return Inet6Address.getByAddress(null, bytes, -1);
    }
}

package dev.ascertain.evidence.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static List<InetAddress> addresses(String... literals) {
        return Stream.of(literals).map(InetAddress::ofLiteral).toList();
    }

    @Test
    void takesIpv6FirstAndEachOnce() {
        assertThat(Round.ordered(addresses("192.0.2.2", "2001:db8::2", "192.0.2.1", "2001:db8::1", "192.0.2.2")))
                .isEqualTo(addresses("2001:db8::2", "2001:db8::1", "192.0.2.2", "192.0.2.1"));
    }

    @Test
    void ofAThousandTakesAHandfulOfEachFamily() {
        List<InetAddress> many = IntStream.range(0, 1000)
                .mapToObj(i -> i % 2 == 0 ? "2001:db8::" + i : "192.0.%d.%d".formatted(i / 256, i % 256))
                .map(InetAddress::ofLiteral)
                .toList();

        List<InetAddress> taken = Round.ordered(many);

        assertThat(taken).hasSize(2 * Round.MOST_ADDRESSES);
        assertThat(taken.getLast()).isEqualTo(InetAddress.ofLiteral("192.0.0.15"));
    }

    @Test
    void givesTheResultsInTheOrderOfTheAddresses() {
        List<InetAddress> addresses = addresses("192.0.2.2", "192.0.2.1");

        assertThat(Round.at(addresses, InetAddress::getHostAddress, _ -> "stopped"))
                .containsExactly("192.0.2.2", "192.0.2.1");
    }
}

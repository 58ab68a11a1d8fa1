package dev.ascertain.providers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A long run against a vendor that enforces its quota: never refused, and next to nothing left unused. */
final class QuotaUseTest {
    private static final int CALLS = 120;
    private static final int WINDOW = 3000;
    private static final int RUN = 20 * WINDOW;

    /** Counts calls as they arrive, at a time in milliseconds; says how many more it would accept. */
    private interface Vendor {
        int left(int time);
    }

    /** Windows that begin at fixed times. */
    private static final class Fixed implements Vendor {
        private int window = -1;
        private int count;

        @Override
        public int left(int time) {
            int current = (time + 1234) / WINDOW;
            count = current == window ? count + 1 : 1;
            window = current;
            return CALLS - count;
        }
    }

    /** A window that ends now, at every moment. */
    private static final class Sliding implements Vendor {
        private final ArrayDeque<Integer> arrivals = new ArrayDeque<>();

        @Override
        public int left(int time) {
            arrivals.addLast(time);
            while (arrivals.getFirst() <= time - WINDOW) {
                arrivals.removeFirst();
            }
            return CALLS - arrivals.size();
        }
    }

    /** A call under way: sent, then counted by the vendor, then answered. */
    private static final class Flight {
        final Window.Token token;
        final int counted;
        final int answered;
        int left;

        Flight(Window.Token token, int counted, int answered) {
            this.token = token;
            this.counted = counted;
            this.answered = answered;
        }
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void isNeverRefusedAndUsesWhatIsAllowed(Vendor vendor, int parallelism, int latency, boolean headers) {
        var window = new Window(new Quota(CALLS, Duration.ofMillis(WINDOW)));
        var inFlight = new ArrayList<Flight>();
        int sent = 0;
        for (int now = 0; now < RUN; now++) {
            for (Flight flight : List.copyOf(inFlight)) {
                if (flight.counted == now) {
                    flight.left = vendor.left(now);
                    assertThat(flight.left).as("left at %d ms", now).isNotNegative();
                }
                if (flight.answered == now) {
                    inFlight.remove(flight);
                    window.answered(at(now));
                    if (headers) {
                        window.lowered(flight.token, flight.left, Duration.ofMillis(WINDOW), at(now));
                    }
                }
            }
            while (inFlight.size() < parallelism
                    && window.take(at(now)) instanceof Window.Turn.Now(Window.Token token)) {
                sent++;
                inFlight.add(new Flight(token, now + 1 + (sent * 7) % latency, now + 1 + latency));
            }
        }
        assertThat(sent).isGreaterThan(RUN / WINDOW * CALLS * 9 / 10);
    }

    static Stream<Arguments> vendors() {
        return Stream.of(
                argumentSet("fixed windows", new Fixed(), 10, 50, false),
                argumentSet("fixed windows, one at a time", new Fixed(), 1, 20, false),
                argumentSet("fixed windows, all at once", new Fixed(), 200, 200, false),
                argumentSet("fixed windows, told in headers", new Fixed(), 10, 50, true),
                argumentSet("a sliding window, told in headers", new Sliding(), 10, 50, true),
                argumentSet("a sliding window", new Sliding(), 10, 50, false),
                argumentSet("a sliding window, all at once", new Sliding(), 200, 200, false));
    }

    private static Instant at(int milliseconds) {
        return Instant.EPOCH.plusMillis(milliseconds);
    }
}

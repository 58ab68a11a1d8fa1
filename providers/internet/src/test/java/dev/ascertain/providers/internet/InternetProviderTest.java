package dev.ascertain.providers.internet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ascertain.spi.Declared;
import dev.ascertain.spi.Interest;
import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Observation;
import dev.ascertain.spi.Provider;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.Settings;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Trigger;
import dev.ascertain.spi.TriggerDecision;
import dev.ascertain.spi.TriggerWish;
import dev.ascertain.testkit.FakeTime;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A private root that holds one TXT record, and is its own resolver. */
class InternetProviderTest {
    private static final Declared TOKEN = InternetTargetTest.record("_token.shop", "TXT");

    private final DatagramSocket socket;
    private final AtomicInteger questions = new AtomicInteger();
    private final FakeTime time = FakeTime.at("2026-03-01T00:00:00Z");
    private final RunContext run = time.context(4);
    private final Provider provider;

    InternetProviderTest() throws IOException {
        socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofPlatform().daemon().start(this::serve);
        String port = Integer.toString(socket.getLocalPort());
        provider = new InternetFactory()
                .create(
                        new Settings(
                                "internet",
                                Map.of(
                                        "root", "127.0.0.1",
                                        "dns_port", port,
                                        "resolvers", "127.0.0.1:" + port,
                                        "private_addresses", "allow",
                                        "probe_seconds", "1",
                                        "total_seconds", "5"),
                                Map.of()),
                        run);
    }

    @AfterEach
    void close() {
        provider.close();
        run.shared().close();
        socket.close();
    }

    private void serve() {
        var packet = new DatagramPacket(new byte[4096], 4096);
        try {
            while (true) {
                socket.receive(packet);
                byte[] answer = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private byte[] answer(Message query) throws IOException {
        questions.incrementAndGet();
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        var name = Name.fromString("_token.shop.");
        if (query.getQuestion().getName().equals(name) && query.getQuestion().getType() == Type.TXT) {
            answer.addRecord(new TXTRecord(name, DClass.IN, 60, "token"), Section.ANSWER);
        }
        return answer.toWire();
    }

    private Observation observe(Declared declared) {
        return provider.observe(provider.bind(declared), new Since(time.instant()));
    }

    /** Wants nothing older. */
    private record Since(@Override Instant since) implements Interest {
        @Override
        public boolean names(String attribute) {
            return false;
        }

        @Override
        public boolean unmet(LiveVerification live) {
            return false;
        }
    }

    @Test
    void readsARecord() {
        LiveVerification live = observe(TOKEN).verifications().getFirst();

        assertThat(live.status()).isEqualTo(Status.VERIFIED);
        assertThat(live.attributes().toString()).contains("token");
    }

    @Test
    void asksAgainOnlyWhatIsOutOfDate() {
        observe(TOKEN);
        int first = questions.get();
        time.advance(Duration.ofMinutes(1));
        provider.observe(provider.bind(TOKEN), Interest.PLAIN);
        assertThat(questions).hasValue(first);

        observe(TOKEN);
        assertThat(questions).hasValue(2 * first);
    }

    @Test
    void silenceIsAnOutage() {
        socket.close();

        var failure = catchThrowableOfType(ProviderException.class, () -> observe(TOKEN));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.what()).startsWith("Nobody on the Internet could be asked for _token.shop TXT:");
    }

    @Test
    void aHostWithoutAddressIsNoState() {
        var failure = catchThrowableOfType(
                ProviderException.class, () -> observe(InternetTargetTest.endpoint("shop", "443")));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.what()).isEqualTo("The Internet shows no address of shop.");
    }

    @Test
    void afterCtrlCAsksNothing() {
        time.stop();

        var failure = catchThrowableOfType(ProviderException.class, () -> observe(TOKEN));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.kind()).isEqualTo(Kind.NOT_ASKED);
        assertThat(questions).hasValue(0);
    }

    @Test
    void nobodyIsAskedForACheck() {
        Observation observation = observe(TOKEN);
        LiveVerification live = observation.verifications().getFirst();
        int before = questions.get();

        List<TriggerDecision> decisions = provider.decide(
                provider.bind(TOKEN),
                observation,
                List.of(
                        new TriggerWish(TOKEN, live, Trigger.Kind.RECHECK),
                        new TriggerWish(TOKEN, live, Trigger.Kind.NEW_ORDER)));

        assertThat(decisions)
                .containsExactly(
                        new TriggerDecision.OnlyLook("There is nobody to ask: it counts as soon as it can be seen."),
                        new TriggerDecision.Impossible(
                                "Nobody takes orders for this: change what is published or served."));
        assertThat(questions).hasValue(before);
    }
}

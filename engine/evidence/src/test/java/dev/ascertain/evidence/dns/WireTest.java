package dev.ascertain.evidence.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Server;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;

class WireTest {
    private static final Query QUERY = new Query(
            new Contact.Plain(InetAddress.ofLiteral("127.0.0.1"), 53), new Question("shop.example", "TXT"), true, true);
    private static final Server SERVER = new Server("ns", "127.0.0.1");

    @Test
    void aQuestionSaysWhatIsWanted() {
        Message message = Wire.message(QUERY, 7, true);

        assertThat(message.getHeader().getFlag(Flags.RD)).isTrue();
        assertThat(message.getHeader().getFlag(Flags.CD)).isTrue();
        assertThat(message.getOPT().getPayloadSize()).isEqualTo(1232);
        assertThat(message.getQuestion()).hasToString("shop.example.\t\t0\tIN\tTXT");
    }

    /** Whatever is done to an answer, it is an answer with printable records, or none. */
    @Test
    void noAnswerBreaksTheReading() {
        Message question = Wire.message(QUERY, 7, true);
        byte[] sound = answer(question);
        var random = new Random(20261122);
        int read = 0;
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = sound.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                bytes[12 + random.nextInt(bytes.length - 12)] = (byte) random.nextInt(256);
            }
            Optional<Message> message = Wire.answer(bytes, question);
            read += message.isPresent() ? 1 : 0;
            message.map(one -> Wire.heard(SERVER, one, bytes.length, false)).ifPresent(WireTest::isPrintable);
        }
        assertThat(read).isGreaterThan(1000);
    }

    private static byte[] answer(Message question) {
        Message reply = FakeInternet.reply(question);
        FakeZone.of("shop.example.", """
                shop.example. TXT "one" "two"
                shop.example. CAA 0 issue "letsencrypt.org"
                shop.example. MX 10 mail.shop.example.
                shop.example. CNAME www.shop.example.
                shop.example. DS 12345 13 2 AABBCCDDEEFF00112233445566778899AABBCCDDEEFF00112233445566778899
                shop.example. HTTPS 1 . alpn=h2
                shop.example. LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m
                shop.example. A 192.0.2.1
                """).records().forEach(record -> reply.addRecord(record, Section.ANSWER));
        return reply.toWire();
    }

    private static void isPrintable(Heard heard) {
        assertThat(heard.answer().records())
                .allSatisfy(record -> assertThat(record.name() + record.type() + record.data())
                        .matches("[ -~]*"));
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example, true",
        "_acme-challenge.xn--bcher-kva.example, true",
        "*.shop.example, true",
        "'', false",
        "a..b, false",
        "a b, false",
        "a\\.b, false",
        "bücher.example, false",
        "0123456789012345678901234567890123456789012345678901234567890123.example, false",
    })
    void nonsenseIsNotAskedFor(String name, boolean askable) {
        assertThat(Wire.isAskable(name)).isEqualTo(askable);
    }
}

package dev.ascertain.evidence.dns;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** What odd servers do, over both UDP and TCP. */
final class Habits {
    private Habits() {}

    static UnaryOperator<FakeServer.Tongue> onlyForTexts(UnaryOperator<FakeServer.Tongue> habit) {
        return plain -> {
            FakeServer.Tongue odd = habit.apply(plain);
            return (query, tcp) ->
                    query.getQuestion().getType() == Type.TXT ? odd.say(query, tcp) : plain.say(query, tcp);
        };
    }

    static FakeServer.Tongue coded(int code) {
        return (query, _) -> {
            Message reply = FakeInternet.reply(query);
            reply.getHeader().setRcode(code);
            return List.of(reply.toWire());
        };
    }

    static FakeServer.Tongue wrongId(FakeServer.Tongue plain) {
        return (query, tcp) ->
                plain.say(query, tcp).stream().map(Habits::otherId).toList();
    }

    static FakeServer.Tongue wrongIdFirst(FakeServer.Tongue plain) {
        return (query, tcp) -> List.of(
                wrongId(plain).say(query, tcp).getFirst(),
                new byte[3],
                plain.say(query, tcp).getFirst());
    }

    static byte[] otherId(byte[] message) {
        byte[] other = message.clone();
        other[1]++;
        return other;
    }

    static List<byte[]> wrongQuestion(Message query, boolean tcp) {
        var reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.addRecord(Record.newRecord(FakeZone.name("other.example."), Type.TXT, DClass.IN), Section.QUESTION);
        return List.of(FakeInternet.bytes(reply, tcp));
    }

    static List<byte[]> cut(List<byte[]> messages) {
        return messages.stream()
                .map(bytes -> Arrays.copyOf(bytes, bytes.length - 5))
                .toList();
    }

    static byte[] header(Message query) {
        var reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        return reply.toWire();
    }

    static List<byte[]> truncated(Message query) {
        Message reply = FakeInternet.reply(query);
        reply.getHeader().setFlag(Flags.TC);
        return List.of(reply.toWire());
    }

    /** To be asked over TCP, and silent there. */
    static List<byte[]> silentOverTcp(Message query, boolean tcp) {
        return tcp ? List.of() : truncated(query);
    }

    /** To be asked over TCP, where each byte of a long text comes just before it would be given up. */
    static FakeServer.Tongue dripping(Duration drip) {
        return new FakeServer.Tongue() {
            @Override
            public List<byte[]> say(Message query, boolean tcp) {
                return tcp ? text(query, "x".repeat(60_000)) : truncated(query);
            }

            @Override
            public Duration drip() {
                return drip;
            }
        };
    }

    static List<byte[]> withoutAuthority(Message query, boolean tcp) {
        Message reply = FakeInternet.reply(query);
        reply.getHeader().setFlag(Flags.RA);
        reply.addRecord(new TXTRecord(query.getQuestion().getName(), DClass.IN, 300, "x"), Section.ANSWER);
        return List.of(FakeInternet.bytes(reply, tcp));
    }

    static FakeServer.Tongue losesTheFirst(FakeServer.Tongue plain) {
        var seen = new AtomicBoolean();
        return (query, tcp) -> seen.getAndSet(true) ? plain.say(query, tcp) : List.of();
    }

    static FakeServer.Tongue withoutEdns(FakeServer.Tongue plain) {
        return (query, tcp) -> query.getOPT() == null
                ? plain.say(query, tcp)
                : coded(Rcode.FORMERR).say(query, tcp);
    }

    static List<byte[]> text(Message query, String text) {
        Message reply = FakeInternet.reply(query);
        reply.getHeader().setFlag(Flags.AA);
        var strings = new ArrayList<byte[]>();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < bytes.length; at += 255) {
            strings.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 255)));
        }
        reply.addRecord(FakeZone.text(query.getQuestion().getName(), strings), Section.ANSWER);
        return List.of(reply.toWire(65_535));
    }

    static List<byte[]> bogus(Message query) {
        Message reply = FakeInternet.reply(query);
        reply.getHeader().setRcode(Rcode.SERVFAIL);
        reply.addRecord(
                new OPTRecord(
                        1232,
                        0,
                        0,
                        0,
                        new ExtendedErrorCodeOption(9, "no SEP\nmatching the DS"),
                        new ExtendedErrorCodeOption(4711)),
                Section.ADDITIONAL);
        return List.of(reply.toWire());
    }
}

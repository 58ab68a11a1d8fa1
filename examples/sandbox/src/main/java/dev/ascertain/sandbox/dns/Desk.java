package dev.ascertain.sandbox.dns;

import dev.ascertain.sandbox.dns.Role.Treatment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** From the bytes of a question to the bytes of its answer, spoilt as the scenario says. */
final class Desk {
    private static final int LARGEST = 65535;

    /**
     * What is sent.
     *
     * @param bytes null for nothing
     * @param drip whether they come one by one
     */
    // A value on its way to a socket, which nobody compares.
    @SuppressWarnings("ArrayRecordComponent")
    record Delivery(byte @Nullable [] bytes, Duration latency, boolean drip) {}

    private final String address;
    private final Role role;
    private final Clock clock;
    private final Consumer<Asked> journal;

    Desk(String address, Role role, Clock clock, Consumer<Asked> journal) {
        this.address = address;
        this.role = role;
        this.clock = clock;
        this.journal = journal;
    }

    Delivery take(byte[] bytes, boolean tcp) {
        Message query;
        try {
            query = new Message(bytes);
        } catch (IOException e) {
            return new Delivery(null, Duration.ZERO, false);
        }
        if (query.getQuestion() == null) {
            return new Delivery(null, Duration.ZERO, false);
        }
        var now = clock.instant();
        journal.accept(new Asked(
                now,
                address,
                Landscape.lowerCase(query.getQuestion().getName()),
                Type.string(query.getQuestion().getType()),
                tcp,
                query.getHeader().getFlag(Flags.CD)));
        return delivery(query, role.treat(query, now), tcp);
    }

    private static Delivery delivery(Message query, Treatment treatment, boolean tcp) {
        int largest = tcp ? LARGEST : Replies.largest(query);
        boolean drip = tcp && treatment.spoilt() == Landscape.Flaw.Kind.DRIP;
        return new Delivery(bytes(query, treatment, largest), treatment.latency(), drip);
    }

    private static byte @Nullable [] bytes(Message query, Treatment treatment, int largest) {
        var reply = treatment.reply();
        return switch (treatment.spoilt()) {
            case REFUSED -> Replies.to(query, Rcode.REFUSED).toWire(largest);
            case SERVFAIL -> Replies.to(query, Rcode.SERVFAIL).toWire(largest);
            case NOT_AUTHORITATIVE -> withoutAuthority(reply).toWire(largest);
            case UPWARDS -> Authority.upwards(query).toWire(largest);
            case SILENT -> null;
            case DRIP -> (largest == LARGEST ? reply : Replies.truncated(query)).toWire(largest);
            case CUT -> {
                var whole = reply.toWire(largest);
                yield Arrays.copyOf(whole, whole.length / 2);
            }
            case GARBAGE -> "\u0000this is no DNS\n".getBytes(StandardCharsets.US_ASCII);
            case WRONG_ID -> withOtherId(reply).toWire(largest);
            case WRONG_QUESTION -> withOtherQuestion(reply).toWire(largest);
            case HUGE -> Replies.huge(query).toWire(largest);
            case null -> reply.toWire(largest);
        };
    }

    private static Message withoutAuthority(Message reply) {
        reply.getHeader().unsetFlag(Flags.AA);
        return reply;
    }

    private static Message withOtherId(Message reply) {
        reply.getHeader().setID(reply.getHeader().getID() ^ 0x5555);
        return reply;
    }

    private static Message withOtherQuestion(Message reply) {
        reply.removeAllRecords(Section.QUESTION);
        var other = Record.newRecord(Completion.below("forged", Name.root), Type.TXT, DClass.IN);
        reply.addRecord(other, Section.QUESTION);
        return reply;
    }
}

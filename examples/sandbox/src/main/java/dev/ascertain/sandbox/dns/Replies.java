package dev.ascertain.sandbox.dns;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** Messages that answer a question. */
final class Replies {
    /** What servers agreed upon in 2020: it fits into every network's packets. */
    private static final int PAYLOAD = 1232;

    private static final int CLASSIC_PAYLOAD = 512;
    private static final int HUGE_RECORDS = 250;

    private Replies() {}

    static Message to(Message query, int rcode) {
        return to(query, rcode, null);
    }

    /** @param why what is said in an extended error, if whoever asks understands that */
    static Message to(Message query, int rcode, @Nullable ExtendedErrorCodeOption why) {
        var reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setRcode(rcode);
        for (int flag : new int[] {Flags.RD, Flags.CD}) {
            if (query.getHeader().getFlag(flag)) {
                reply.getHeader().setFlag(flag);
            }
        }
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        if (query.getOPT() != null) {
            var options = why == null ? new ExtendedErrorCodeOption[0] : new ExtendedErrorCodeOption[] {why};
            reply.addRecord(new OPTRecord(PAYLOAD, 0, 0, 0, options), Section.ADDITIONAL);
        }
        return reply;
    }

    static Message with(Message reply, Collection<Record> records, int section) {
        records.forEach(record -> reply.addRecord(record, section));
        return reply;
    }

    /** How large a message whoever asked takes over UDP. */
    static int largest(Message query) {
        var options = query.getOPT();
        return options == null ? CLASSIC_PAYLOAD : Math.clamp(options.getPayloadSize(), CLASSIC_PAYLOAD, PAYLOAD);
    }

    /** A reply that only says that there is more over TCP. */
    static Message truncated(Message query) {
        var reply = to(query, 0);
        reply.getHeader().setFlag(Flags.TC);
        return reply;
    }

    /** Nearly as much TXT as a message holds. */
    static Message huge(Message query) {
        var reply = to(query, 0);
        reply.getHeader().setFlag(Flags.AA);
        Name name = query.getQuestion().getName();
        for (int i = 0; i < HUGE_RECORDS; i++) {
            var text = "%03d".formatted(i) + "x".repeat(240);
            reply.addRecord(new TXTRecord(name, DClass.IN, 60, text), Section.ANSWER);
        }
        return reply;
    }
}

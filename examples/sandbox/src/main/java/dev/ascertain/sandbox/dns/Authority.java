package dev.ascertain.sandbox.dns;

import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** How a name server answers from a zone. Pure. */
final class Authority {
    private Authority() {}

    static Message answer(Message query, ZoneData zone) {
        var question = query.getQuestion();
        return switch (zone.find(question.getName(), question.getType())) {
            case ZoneData.Found.Records(var records) ->
                Replies.with(authoritative(query, Rcode.NOERROR), records, Section.ANSWER);
            case ZoneData.Found.Referral(var nameServers, var glue) ->
                Replies.with(
                        Replies.with(Replies.to(query, Rcode.NOERROR), nameServers, Section.AUTHORITY),
                        glue,
                        Section.ADDITIONAL);
            case ZoneData.Found.Nothing(boolean nameExists, var chain, var soa) -> {
                var reply = authoritative(query, nameExists ? Rcode.NOERROR : Rcode.NXDOMAIN);
                Replies.with(reply, chain, Section.ANSWER);
                yield Replies.with(reply, List.of(negative((SOARecord) soa)), Section.AUTHORITY);
            }
        };
    }

    /** An SOA that says for how long something is not there: the smaller of its TTL and its last field (RFC 2308). */
    static Record negative(SOARecord soa) {
        return Ttl.of(soa, Math.min(soa.getTTL(), soa.getMinimum()));
    }

    private static Message authoritative(Message query, int rcode) {
        var reply = Replies.to(query, rcode);
        reply.getHeader().setFlag(Flags.AA);
        return reply;
    }

    /** What a server says that holds nothing, and sends everybody back to the root. */
    static Message upwards(Message query) {
        var root = new NSRecord(Name.root, DClass.IN, 3600, Completion.below("root-server", Name.root));
        return Replies.with(Replies.to(query, Rcode.NOERROR), List.of(root), Section.AUTHORITY);
    }
}

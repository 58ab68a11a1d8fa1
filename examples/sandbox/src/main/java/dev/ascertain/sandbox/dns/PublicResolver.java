package dev.ascertain.sandbox.dns;

import dev.ascertain.sandbox.dns.Landscape.Resolver;
import dev.ascertain.sandbox.dns.Landscape.Security;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** Answers for anybody, from what it holds or finds out; says no word of bogus zones, unless checking is disabled. */
final class PublicResolver implements Role {
    private final Resolver resolver;
    private final Recursor recursor;
    private final Duration latency;

    /** @param latency of resolvers that say none of their own */
    PublicResolver(Resolver resolver, Recursor recursor, Duration latency) {
        this.resolver = resolver;
        this.recursor = recursor;
        this.latency = Objects.requireNonNullElse(resolver.latency(), latency);
    }

    @Override
    public Treatment treat(Message query, Instant now) {
        var question = query.getQuestion();
        var found = recursor.resolve(question.getName(), question.getType(), now);
        return new Treatment(reply(query, found), resolver.flaw().at(question.getType()), latency);
    }

    private static Message reply(Message query, Resolution found) {
        boolean unchecked = query.getHeader().getFlag(Flags.CD);
        if (found.security() == Security.BOGUS && !unchecked) {
            var why =
                    new ExtendedErrorCodeOption(ExtendedErrorCodeOption.DNSKEY_MISSING, "no SEP matching the DS found");
            return recursive(Replies.to(query, Rcode.SERVFAIL, why));
        }
        var reply = recursive(Replies.to(query, found.rcode(), found.why()));
        if (found.security() == Security.SIGNED && !unchecked && !found.isFailure()) {
            reply.getHeader().setFlag(Flags.AD);
        }
        Replies.with(reply, found.records(), Section.ANSWER);
        var negative = found.negative();
        return negative == null ? reply : Replies.with(reply, List.of(negative), Section.AUTHORITY);
    }

    private static Message recursive(Message reply) {
        reply.getHeader().setFlag(Flags.RA);
        return reply;
    }
}

package dev.ascertain.sandbox.dns;

import dev.ascertain.sandbox.dns.Landscape.Flaw;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;

/** What answers at an address. Safe for many threads. */
interface Role {
    /**
     * What becomes of one question.
     *
     * @param reply as it would be
     * @param spoilt how it is spoilt on its way; null if it is not
     */
    record Treatment(Message reply, Flaw.@Nullable Kind spoilt, Duration latency) {}

    Treatment treat(Message query, Instant now);
}

package dev.ascertain.sandbox.dns;

import dev.ascertain.sandbox.dns.Landscape.Security;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

/**
 * What comes of following the delegations.
 *
 * @param negative the SOA of what is not there
 * @param why what an extended error says of a failure
 */
record Resolution(
        int rcode,
        List<Record> records,
        @Nullable Record negative,
        Security security,
        @Nullable ExtendedErrorCodeOption why) {
    Resolution {
        records = List.copyOf(records);
    }

    static Resolution failed(int code, String why) {
        return new Resolution(Rcode.SERVFAIL, List.of(), null, Security.NONE, new ExtendedErrorCodeOption(code, why));
    }

    boolean isFailure() {
        return rcode == Rcode.SERVFAIL;
    }

    /** For how many seconds it may be held. */
    long seconds() {
        if (negative != null) {
            return negative.getTTL();
        }
        return records.stream().mapToLong(Record::getTTL).min().orElse(0);
    }

    Resolution aged(long seconds) {
        var rest = negative == null ? null : Ttl.of(negative, Math.max(0, negative.getTTL() - seconds));
        return new Resolution(rcode, Ttl.aged(records, seconds), rest, security, why);
    }

    /** With what led here in front. */
    Resolution behind(List<Record> chain, Security before) {
        List<Record> all = new ArrayList<>(chain);
        all.addAll(records);
        return new Resolution(rcode, all, negative, worse(before, security), why);
    }

    static Security worse(Security one, Security other) {
        if (one == Security.BOGUS || other == Security.BOGUS) {
            return Security.BOGUS;
        }
        return one == Security.NONE ? one : other;
    }
}

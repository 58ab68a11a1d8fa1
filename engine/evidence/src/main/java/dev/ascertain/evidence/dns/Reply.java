package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Answer.Outcome;
import org.xbill.DNS.Message;

/** What became of one exchange. */
sealed interface Reply {
    /**
     * An answer to the question.
     *
     * @param bytes its size
     * @param tcp whether it came over TCP
     */
    record Received(Message message, int bytes, boolean tcp) implements Reply {}

    /** None. */
    record Failed(Outcome outcome) implements Reply {}

    Reply SILENT = new Failed(Outcome.SILENT);
    Reply UNREACHABLE = new Failed(Outcome.UNREACHABLE);
    Reply MALFORMED = new Failed(Outcome.MALFORMED);
}

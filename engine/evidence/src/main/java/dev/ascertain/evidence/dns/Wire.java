package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Server;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Questions and answers as bytes. Pure. */
final class Wire {
    /** What fits through every network in one piece (RFC 9715). */
    private static final int EDNS_SIZE = 1232;

    private static final String LABEL = "[\\x21-\\x7e&&[^.\\\\\"();@$]]{1,63}";
    private static final int LONGEST_NAME = 253;

    private Wire() {}

    /** Whether the DNS can be asked for a name: it is no nonsense, and needs no escapes. */
    static boolean isAskable(String name) {
        return name.length() <= LONGEST_NAME && name.matches(LABEL + "(\\." + LABEL + ")*");
    }

    /**
     * @param id 0 to 65535
     * @param edns whether a larger answer than 512 bytes, and extended errors, are asked for
     */
    static Message message(Query query, int id, boolean edns) {
        var message = new Message(id);
        message.getHeader().setOpcode(Opcode.QUERY);
        if (query.recursion()) {
            message.getHeader().setFlag(Flags.RD);
        }
        if (query.unchecked()) {
            message.getHeader().setFlag(Flags.CD);
        }
        message.addRecord(question(query.question()), Section.QUESTION);
        if (edns) {
            message.addRecord(new OPTRecord(EDNS_SIZE, 0, 0), Section.ADDITIONAL);
        }
        return message;
    }

    private static Record question(Question question) {
        try {
            return Record.newRecord(
                    Name.fromString(question.name() + "."), Type.value(question.type(), true), DClass.IN);
        } catch (TextParseException malformed) {
            throw new IllegalArgumentException("not askable: " + question, malformed);
        }
    }

    /** Whether bytes carry the id of a question, and claim to be an answer: the least that its server knows. */
    static boolean carriesId(byte[] bytes, Message question) {
        if (bytes.length < Header.LENGTH) {
            return false;
        }
        int id = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        return id == question.getHeader().getID() && (bytes[2] & 0x80) != 0;
    }

    /** The answer to a question; empty if it is another's, or nonsense. */
    static Optional<Message> answer(byte[] bytes, Message question) {
        try {
            var message = new Message(bytes);
            return isAnswer(message, question) ? Optional.of(message) : Optional.empty();
        } catch (IOException | RuntimeException nonsense) {
            return Optional.empty();
        }
    }

    /** A server that refuses may leave the question out. */
    private static boolean isAnswer(Message message, Message question) {
        List<Record> asked = message.getSection(Section.QUESTION);
        if (asked.isEmpty()) {
            return message.getHeader().getRcode() != Rcode.NOERROR;
        }
        return asked.size() == 1 && asked.getFirst().equals(question.getQuestion());
    }

    /** What a message says; that it is malformed, if a record of it cannot be written down. */
    static Heard heard(Server server, Message message, int bytes, boolean tcp) {
        try {
            return written(server, message, bytes, tcp);
        } catch (RuntimeException nonsense) {
            return Heard.nothing(server, Outcome.MALFORMED);
        }
    }

    private static Heard written(Server server, Message message, int bytes, boolean tcp) {
        @Nullable OPTRecord options = message.getOPT();
        var answer = new Answer(
                server,
                outcome(message),
                message.getHeader().getFlag(Flags.AA),
                Presentation.records(message.getSection(Section.ANSWER)),
                Presentation.records(message.getSection(Section.AUTHORITY)),
                options == null ? List.of() : Presentation.errors(options),
                bytes,
                tcp);
        return new Heard(
                answer,
                message.getHeader().getFlag(Flags.RA),
                Presentation.records(message.getSection(Section.ADDITIONAL)));
    }

    private static Outcome outcome(Message message) {
        return switch (message.getRcode()) {
            case Rcode.NOERROR -> Outcome.ANSWERED;
            case Rcode.NXDOMAIN -> Outcome.NO_SUCH_NAME;
            case Rcode.SERVFAIL -> Outcome.SERVER_FAILED;
            default -> Outcome.REFUSED;
        };
    }
}

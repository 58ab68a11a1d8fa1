package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Server;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether there is a way out over IPv6. Without one no server is to blame for its silence, and none is waited for: the
 * first silence is held against the root's own servers.
 */
final class Ipv6 {
    /** Of the root's servers. */
    static final int WITNESSES = 3;

    static final Question QUESTION = new Question("", "NS");

    private final Lazy<Boolean> way;
    private final Gathered gathered;
    private volatile boolean working;
    private volatile boolean missing;

    /** @param root asks some of the root's servers over IPv6; true also if there are none */
    Ipv6(BooleanSupplier root, Gathered gathered) {
        this.way = new Lazy<>(root::getAsBoolean);
        this.gathered = gathered;
    }

    /** Asks a server over IPv6, unless that is in vain. */
    Heard through(Server server, Supplier<Heard> ask) {
        if (missing) {
            return Heard.nothing(server, Outcome.UNREACHABLE);
        }
        Heard heard = ask.get();
        if (isAnswer(heard)) {
            working = true;
        }
        boolean blamed = working || heard.answer().outcome() == Outcome.NOT_ASKED || way.get();
        if (blamed) {
            return heard;
        }
        missing = true;
        gathered.limit("There is no way out over IPv6, so no name server was asked at its IPv6 address.");
        return Heard.nothing(server, Outcome.UNREACHABLE);
    }

    static boolean isAnswered(List<Heard> root) {
        return root.isEmpty() || root.stream().anyMatch(Ipv6::isAnswer);
    }

    private static boolean isAnswer(Heard heard) {
        return switch (heard.answer().outcome()) {
            case SILENT, UNREACHABLE, NOT_ASKED -> false;
            case ANSWERED, NO_SUCH_NAME, SERVER_FAILED, REFUSED, MALFORMED -> true;
        };
    }
}

package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Answer.Outcome;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody who is asked often: whether any answer comes at all. Whoever has never answered is not
 * waited for a thousand times.
 */
final class Standing {
    private final int patience;
    private final ReentrantLock first = new ReentrantLock();
    private int silent;
    private volatile boolean answering;
    private volatile @Nullable Outcome silence;

    /**
     * @param patience how many questions in a row may stay without an answer before the others are not sent; with 1,
     *     the first one is sent alone
     */
    Standing(int patience) {
        this.patience = patience;
    }

    /** The exchange, or the outcome that is known by now. */
    Reply through(Supplier<Reply> exchange) {
        if (answering || patience > 1) {
            return known(exchange);
        }
        first.lock();
        try {
            if (!answering && silence == null) {
                return known(exchange);
            }
        } finally {
            first.unlock();
        }
        return known(exchange);
    }

    private Reply known(Supplier<Reply> exchange) {
        Outcome known = silence;
        if (known != null) {
            return new Reply.Failed(known);
        }
        Reply reply = exchange.get();
        note(reply);
        return reply;
    }

    private synchronized void note(Reply reply) {
        if (!(reply instanceof Reply.Failed(Outcome outcome)) || outcome == Outcome.MALFORMED) {
            answering = true;
            silence = null;
            return;
        }
        if (!answering && outcome != Outcome.NOT_ASKED && ++silent >= patience) {
            silence = outcome;
        }
    }
}

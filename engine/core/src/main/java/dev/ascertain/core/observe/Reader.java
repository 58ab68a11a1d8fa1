package dev.ascertain.core.observe;

import dev.ascertain.spi.Observer;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import dev.ascertain.spi.RunContext;
import dev.ascertain.spi.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** Reads one target at a time, never more of them at once than the run allows. */
public final class Reader {
    private final RunContext context;
    private final boolean expiry;
    private final Semaphore places;

    public Reader(RunContext context) {
        this(context, false);
    }

    /** @param expiry see {@link dev.ascertain.spi.Interest#expiry} */
    public Reader(RunContext context, boolean expiry) {
        this.context = context;
        this.expiry = expiry;
        this.places = new Semaphore(context.parallelism());
    }

    /**
     * Reads a target with all that its declarations want to know. Never throws: what goes wrong is told as a look.
     *
     * @param since what was seen before that is out of date
     */
    public Look read(Bound bound, Observer observer, Instant since) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Look.Unseen(stopped());
        }
        try {
            return readNow(bound, observer, since);
        } finally {
            places.release();
        }
    }

    private Look readNow(Bound bound, Observer observer, Instant since) {
        try {
            context.pause().hold(Duration.ZERO);
            if (TimeLimit.isOver(context.clock())) {
                return new Look.Unseen(notAsked("The deadline came before this was asked."));
            }
            var interest =
                    new DeclaredInterest(bound.declarations(), context.clock().instant(), since, expiry);
            return new Look.Seen(observer.observe(bound.target(), interest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Look.Unseen(stopped());
        } catch (ProviderException e) {
            return new Look.Unseen(e);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return new Look.Unseen(ProviderException.of(
                            Kind.MALFORMED_RESPONSE,
                            "Ascertain stumbled over the answer ("
                                    + e.getClass().getSimpleName() + ").")
                    .hint("report this as a bug, with the output of ASCERTAIN_LOG=debug")
                    .cause(e)
                    .build());
        }
    }

    private static ProviderException stopped() {
        return notAsked("The run was stopped before this was asked.");
    }

    private static ProviderException notAsked(String why) {
        return ProviderException.of(Kind.NOT_ASKED, why).build();
    }
}

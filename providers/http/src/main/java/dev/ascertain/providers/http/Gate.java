package dev.ascertain.providers.http;

import dev.ascertain.spi.ProviderException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets the first call of a credential go alone, and none after a 401.
 *
 * <p>Some vendors lock a credential after a few refusals in a row, so ten calls must not find out together that it is
 * wrong. An outage tells nothing of the credential: the next call goes alone again. After three of these in a row the
 * gate opens all the same, because an outage would otherwise be met by a thousand calls one after the other.
 */
final class Gate {
    private static final int PATIENCE = 3;

    private final String vendor;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition answered = lock.newCondition();
    private boolean open;
    private boolean underWay;
    private int unanswered;
    private @Nullable ProviderException refusal;

    Gate(String vendor) {
        this.vendor = vendor;
    }

    /**
     * Waits until a call may go. Each return is followed by one {@link #leave}.
     *
     * @throws ProviderException NOT_ASKED, if the credential was refused
     */
    void enter() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!open && underWay && refusal == null) {
                answered.await();
            }
            refuse();
            underWay = true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes notice of what became of a call. */
    void leave(Outcome outcome) {
        lock.lock();
        try {
            underWay = false;
            switch (outcome) {
                case Outcome.Answered _ -> open = true;
                case Outcome.Failed(ProviderException told, boolean _) -> failed(told);
            }
            answered.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void failed(ProviderException told) {
        switch (told.kind()) {
            case UNAUTHORIZED -> refusal = refusal == null ? told : refusal;
            case FORBIDDEN, NOT_FOUND, REJECTED -> open = true;
            case THROTTLED, UNAVAILABLE, MALFORMED_RESPONSE -> open |= ++unanswered >= PATIENCE;
            case NOT_ASKED -> {}
        }
    }

    /**
     * Looks again just before a call is sent: it may have waited for its turn since it came in.
     *
     * @throws ProviderException NOT_ASKED, if the credential was refused
     */
    void check() {
        lock.lock();
        try {
            refuse();
        } finally {
            lock.unlock();
        }
    }

    private void refuse() {
        if (refusal != null) {
            throw Failures.refusedBefore(vendor, refusal.hint());
        }
    }
}

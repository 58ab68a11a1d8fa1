package dev.ascertain.cli.terminal;

import dev.ascertain.spi.Pause;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends a run early: from the first request on every wait ends at once, so that nothing new is started. */
public final class Stop implements Pause {
    private final CountDownLatch requested = new CountDownLatch(1);

    public void request() {
        requested.countDown();
    }

    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    @Override
    public void hold(Duration duration) throws InterruptedException {
        if (isRequested() || requested.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("the run is to stop");
        }
    }
}

package dev.ascertain.providers.http;

/** The connection that a call goes through, so that another thread can cut it: nothing else ends a blocked read. */
final class Line {
    /** The line of the call that runs on this thread. */
    static final ScopedValue<Line> CURRENT = ScopedValue.newInstance();

    private Runnable ending = () -> {};
    private boolean isCut;

    /**
     * @param close closes the connection; called at once if the line is cut already
     */
    synchronized void through(Runnable close) {
        ending = close;
        if (isCut) {
            close.run();
        }
    }

    synchronized void cut() {
        isCut = true;
        ending.run();
    }
}

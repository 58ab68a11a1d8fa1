package dev.ascertain.spi;

/**
 * One account at a provider. A provider does not sleep, poll or decide: the engine owns time and judgement.
 *
 * <p>Safe for use by many threads at once.
 */
public interface Provider extends Observer, AutoCloseable {
    /**
     * Asks the provider for a check, once, and never waits for its end. Nothing here is repeated by itself: after a
     * failure nobody knows whether the call arrived, so the engine observes before it does anything else.
     *
     * @throws ProviderException if the provider did not accept the call
     */
    TriggerReply trigger(Target target, Trigger trigger);

    /** Releases connections. Calls in flight may fail. */
    @Override
    void close();
}

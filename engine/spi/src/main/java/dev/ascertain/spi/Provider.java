package dev.ascertain.spi;

import java.util.List;

/**
 * One account at a provider. A provider does not sleep, poll or decide: the engine owns time and judgement.
 *
 * <p>Safe for use by many threads at once.
 */
public interface Provider extends Observer, AutoCloseable {
    /**
     * Tells by which calls the wished checks can be asked for. Pure: no call is made, and equal arguments give equal
     * answers.
     *
     * <p>One call may serve several wishes: the same {@link Trigger} (by {@code equals}) is then returned for each of
     * them, and is sent once. A call must not touch a verification that the plan does not list as to be asked for.
     *
     * @param observation the latest reading of {@code target}
     * @param wishes the verifications to be asked for; every other one of the observation is to be left alone
     * @return one decision for each wish, in the same order
     */
    List<TriggerDecision> decide(Target target, Observation observation, List<TriggerWish> wishes);

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

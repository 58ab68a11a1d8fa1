package dev.ascertain.spi;

import java.util.List;

/** The half of a provider that changes nothing: all that planning is ever given. */
public interface Observer {
    /**
     * Finds what has to be read for a declaration. Offline. Declarations that one read can serve give equal targets.
     */
    Target bind(Declared declared);

    /**
     * Reads the live state. Never changes anything, and is repeated by the transport where that can help.
     *
     * @param interest what has to be known beyond the plain state; costlier look-ups are made only for it
     * @throws ProviderException if the state could not be read: that is neither failed nor pending
     */
    Observation observe(Target target, Interest interest);

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

    /** Tells what there is to be declared; {@link Discovery#NONE} where the factory has no {@link Importable}. */
    default Discovery discovery() {
        return Discovery.NONE;
    }
}

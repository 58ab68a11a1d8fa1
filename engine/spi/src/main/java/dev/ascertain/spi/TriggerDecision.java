package dev.ascertain.spi;

/** Whether and how a check can be asked for. */
public sealed interface TriggerDecision {
    /** By this call. */
    record Ask(Trigger trigger) implements TriggerDecision {}

    /**
     * The manifest says not to ask, only to look.
     *
     * @param why a sentence
     */
    record OnlyLook(String why) implements TriggerDecision {}

    /**
     * There is no call that would ask for this one and touch nothing else.
     *
     * @param why sentences: why not, and what to do
     */
    record Impossible(String why) implements TriggerDecision {}
}

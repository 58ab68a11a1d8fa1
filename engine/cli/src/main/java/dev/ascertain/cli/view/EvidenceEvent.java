package dev.ascertain.cli.view;

import java.time.Duration;

/** What happens while the world is looked at. Told as it happens, from many threads at once. */
public sealed interface EvidenceEvent {
    /**
     * A look begins.
     *
     * @param verifications how many give occasion to it
     */
    record Started(int verifications) implements EvidenceEvent {}

    /**
     * A look has ended.
     *
     * @param questions how many questions were asked of name servers
     * @param pages how many token files were fetched
     * @param endpoints how many served certificates were looked at
     */
    record Completed(int verifications, int questions, int pages, int endpoints, Duration took)
            implements EvidenceEvent {}
}

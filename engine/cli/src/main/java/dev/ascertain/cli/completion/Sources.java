package dev.ascertain.cli.completion;

import java.util.List;

/** Where the words come from that no command knows beforehand. */
public interface Sources {
    /** The addresses that a command line means, of its manifests or of its saved plan; none if these have a fault. */
    List<Candidate> addresses(Line line);

    /** The providers there are. */
    List<Candidate> providers();
}

package dev.ascertain.cli.completion;

import java.util.List;

/**
 * What may stand at the cursor. Not narrowed to what is typed: most shells find more than beginnings.
 *
 * @param files which files the shell may add
 * @param stem how many characters of the current word stand before the name of such a file, as in {@code json=FILE}
 */
public record Offer(Files files, int stem, List<Candidate> candidates) {
    static final Offer NOTHING = new Offer(Files.NONE, 0, List.of());

    /** Which files may stand there. */
    public enum Files {
        NONE,
        FILES,
        FOLDERS
    }

    public Offer {
        candidates = candidates.stream().filter(Candidate::isVisible).toList();
    }

    static Offer of(List<Candidate> candidates) {
        return new Offer(Files.NONE, 0, candidates);
    }

    static Offer of(Files files) {
        return new Offer(files, 0, List.of());
    }

    /** The same behind the beginning of the current word. */
    Offer behind(String beginning) {
        return new Offer(
                files,
                stem + beginning.length(),
                candidates.stream()
                        .map(candidate -> candidate.behind(beginning))
                        .toList());
    }
}

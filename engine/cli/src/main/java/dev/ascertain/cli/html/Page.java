package dev.ascertain.cli.html;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page shows, as text; the templates escape it. Only counts and percentages are put as they are.
 *
 * @param title such as {@code Plan}
 * @param sentence the result in one sentence
 * @param gate what the run ends with, and why; null if with 0
 * @param facts when, with which version, and so on
 * @param notices what people should be told beside the verifications
 * @param compared null if nothing was compared
 * @param choices what the verifications can be narrowed to
 * @param timeline null of a plan
 */
public record Page(
        String title,
        String sentence,
        @Nullable String gate,
        List<Fact> facts,
        List<Notice> notices,
        @Nullable Compared compared,
        Choices choices,
        @Nullable Timeline timeline,
        List<Section> sections) {
    /** One thing and what it is called. */
    public record Fact(String label, List<String> texts) {
        public static Fact of(String label, String text) {
            return new Fact(label, List.of(text));
        }
    }

    /**
     * @param severity {@code error} or {@code warning}
     */
    public record Notice(String severity, String text) {}

    /**
     * How the run stands beside an earlier one.
     *
     * @param file the earlier run's
     */
    public record Compared(String file, String sentence, List<Kind> kinds) {
        /**
         * @param more how many are not listed
         */
        public record Kind(String word, List<Reference> references, int more) {}

        /** One verification of the page. */
        public record Reference(String id, String name) {}
    }

    /**
     * @param verdicts worst first; empty if there is no verification
     * @param owners in alphabetical order
     * @param sinces how verifications stand beside an earlier run; empty if nothing was compared
     */
    public record Choices(List<Choice> verdicts, List<Choice> owners, List<Choice> sinces, int total) {
        /** Whether those out of sight should cost a browser nothing. */
        public boolean isMany() {
            return total > 200;
        }

        /** The verdicts as parts of one bar. */
        public List<Timeline.Dot> bar() {
            var parts = new ArrayList<Timeline.Dot>();
            double from = 0;
            for (Choice verdict : verdicts) {
                double share = 100.0 * verdict.count() / total;
                parts.add(new Timeline.Dot(verdict.tone(), from, share));
                from += share;
            }
            return parts;
        }
    }

    /**
     * @param tone by which it is coloured, see {@link Entry}; empty where there is none
     * @param sign what tells it apart without colour
     */
    public record Choice(String value, String label, int count, String tone, String sign) {}

    /**
     * Verifications of one kind. They are made while they are written, so that a long page takes little memory.
     *
     * @param first what a browser reads at once
     * @param later what it reads piece by piece when the page is shown already; to read all would keep it busy too long
     */
    public record Section(String title, int count, Iterable<Entry> first, List<Iterable<Entry>> later) {}
}

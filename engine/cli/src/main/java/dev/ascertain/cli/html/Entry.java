package dev.ascertain.cli.html;

import java.util.List;

/**
 * One verification.
 *
 * @param id unique in the page
 * @param tone {@code met}, {@code retry}, {@code wait}, {@code person} or {@code unreadable}
 * @param sign what tells the same without colour
 * @param headline what is or was done
 * @param body what is shown when it is opened
 */
public record Entry(String id, Filed filed, String tone, String sign, String headline, Body body) {
    /**
     * By what it is found.
     *
     * @param instance empty if nothing tells it apart
     * @param owner empty if the manifest does not say
     * @param since the word; empty if there is nothing to tell
     */
    public record Filed(String address, String instance, String verdict, String owner, String since) {}

    /**
     * @param publications what must be published
     * @param steps what an apply did, in order
     * @param chain the links of the evidence; empty if nobody looked
     */
    public record Body(
            String why,
            List<Page.Fact> facts,
            List<Publication> publications,
            List<Timeline.Step> steps,
            Chain chain) {}

    /**
     * Something to publish, to be copied.
     *
     * @param title what to do with it, and how much of it is there
     * @param parts the whole first, such as a line of a zone file; then what a web console wants
     */
    public record Publication(String title, List<Part> parts) {}

    /**
     * @param exact whether the text is what must be published; else it only describes it
     */
    public record Part(String label, String text, boolean exact) {}

    /**
     * @param summary how many links there are, and which one is the first that does not hold
     */
    public record Chain(String summary, List<Link> links) {}

    /**
     * @param state in words
     * @param mark one of {@code ok}, {@code waiting}, {@code broken}, {@code not_seen} and {@code not_needed}
     * @param texts what was seen and what is said of it
     */
    public record Link(String title, String state, String mark, List<String> texts) {}
}

package dev.ascertain.cli.html;

import java.util.List;

/**
 * When an apply did what.
 *
 * @param begin the time at the left edge
 * @param end the time at the right edge
 * @param lanes one for each verification that was pursued, in the page's order
 * @param more how many are not shown
 */
public record Timeline(String begin, String end, List<Lane> lanes, int more) {
    /**
     * @param id the verification's in the page
     * @param headline what became of it
     * @param label all of it in words
     * @param marks from left to right
     */
    public record Lane(String id, String name, String tone, String headline, String label, List<Dot> marks) {}

    /**
     * @param kind {@code asked}, {@code looked}, {@code failed} or {@code ended}
     * @param from in percent of the whole
     * @param width the same; only looks have one
     */
    public record Dot(String kind, double from, double width) {
        public String x() {
            return percent(from);
        }

        public String wide() {
            return percent(width);
        }

        private static String percent(double number) {
            return Math.round(number * 100) / 100.0 + "%";
        }
    }

    /** Something that was done, and when. */
    public record Step(String time, String text) {}
}

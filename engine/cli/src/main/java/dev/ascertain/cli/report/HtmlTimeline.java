package dev.ascertain.cli.report;

import dev.ascertain.cli.html.Timeline;
import dev.ascertain.cli.html.Timeline.Dot;
import dev.ascertain.cli.html.Timeline.Lane;
import dev.ascertain.cli.view.Phrases;
import dev.ascertain.core.apply.Course;
import dev.ascertain.core.diagnostic.Visible;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** When an apply did what: all of it at a glance, and step by step. */
final class HtmlTimeline {
    private static final int MOST_LANES = 100;

    /** In percent: a single look is seen too. */
    private static final double NARROWEST = 0.6;

    private final Instant begin;
    private final Instant end;

    private HtmlTimeline(Instant begin, Instant end) {
        this.begin = begin;
        this.end = end;
    }

    /** Of everything that was pursued; empty if nothing was. */
    static Optional<Timeline> of(Report report, Function<Row, String> id) {
        List<Row> pursued = report.rows().stream()
                .filter(row -> !course(row).steps().isEmpty())
                .toList();
        if (pursued.isEmpty()) {
            return Optional.empty();
        }
        Instant begin = pursued.stream()
                .map(row -> course(row).steps().getFirst().from())
                .min(Instant::compareTo)
                .orElseThrow();
        var timeline = new HtmlTimeline(begin, report.run().at());
        List<Lane> lanes = pursued.stream()
                .limit(MOST_LANES)
                .map(row -> timeline.lane(row, id.apply(row)))
                .toList();
        return Optional.of(new Timeline(
                Phrases.clock(begin), Phrases.clock(report.run().at()), lanes, pursued.size() - lanes.size()));
    }

    /** What was done for one verification; empty if nothing was. */
    static List<Timeline.Step> steps(Row row) {
        Course course = course(row);
        var steps = new ArrayList<Timeline.Step>();
        course.steps()
                .forEach(step -> steps.add(new Timeline.Step(Phrases.clock(step.from()), Visible.line(words(step)))));
        if (!steps.isEmpty() && course.ended() != null) {
            steps.add(new Timeline.Step(Phrases.clock(course.ended()), "ended: " + row.headline()));
        }
        return steps;
    }

    private static Course course(Row row) {
        return row.origin().outcome() == null
                ? Course.NONE
                : row.origin().outcome().course();
    }

    private static String words(Course.Step step) {
        return switch (step.kind()) {
            case ASKED -> "asked " + step.said();
            case LOOKED -> "looked" + times(step) + ": " + step.said();
            case FAILED -> "failed" + times(step) + ": " + step.said();
        };
    }

    private static String times(Course.Step step) {
        return step.times() == 1 ? "" : " %d times until %s".formatted(step.times(), Phrases.clock(step.to()));
    }

    private Lane lane(Row row, String id) {
        Course course = course(row);
        var marks = new ArrayList<Dot>();
        course.steps().forEach(step -> marks.add(dot(step.kind().word(), step.from(), step.to())));
        if (course.ended() != null) {
            marks.add(dot("ended", course.ended(), course.ended()));
        }
        String label =
                steps(row).stream().map(step -> step.time() + " " + step.text()).collect(Collectors.joining("; "));
        return new Lane(id, row.about().name(), HtmlEntry.tone(row), row.headline(), Visible.line(label), marks);
    }

    private Dot dot(String kind, Instant from, Instant to) {
        return new Dot(kind, percent(from), Math.max(NARROWEST, percent(to) - percent(from)));
    }

    private double percent(Instant at) {
        long whole = Math.max(1, Duration.between(begin, end).toMillis());
        return Math.clamp(100.0 * Duration.between(begin, at).toMillis() / whole, 0, 100);
    }
}

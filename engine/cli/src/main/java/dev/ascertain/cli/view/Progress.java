package dev.ascertain.cli.view;

import dev.ascertain.cli.terminal.Outlet;
import dev.ascertain.core.apply.ApplyEvent;
import dev.ascertain.core.observe.ObserveEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What goes on, on standard error. On a terminal there is one live line, rewritten at most five times a second; off it
 * only changes of state are told, each in a line of its own.
 */
public final class Progress {
    private static final Duration NOTICED = Duration.ofSeconds(2);

    private static final Duration REFRESH = Duration.ofMillis(200);
    private static final int MANY = 200;

    /** What stands before the live line: the time since the begin. */
    private static final int CLOCK = 8;

    private final Outlet err;
    private final Clock clock;
    private final Mode mode;
    private final Screen screen;
    private final Instant begun;
    private Instant drawn = Instant.EPOCH;
    private boolean lineOpen;
    private Supplier<String> live = () -> "";
    private int tenths;
    private final Waiting waiting = new Waiting();

    /** How much is told. */
    public enum Mode {
        SILENT,
        LINES,
        LIVE
    }

    public Progress(Outlet err, Clock clock, Mode mode, Screen screen) {
        this.err = err;
        this.clock = clock;
        this.mode = mode;
        this.screen = screen;
        this.begun = clock.instant();
    }

    synchronized void observing(ObserveEvent event) {
        switch (event) {
            case ObserveEvent.Started started -> {
                if (mode == Mode.LIVE) {
                    draw(() -> counts(started.done(), started.total()));
                }
            }
            case ObserveEvent.Completed completed -> {
                if (mode == Mode.LIVE) {
                    draw(() -> counts(completed.done(), completed.total()));
                } else if (mode == Mode.LINES && completed.total() >= MANY) {
                    tellTenth(completed.done(), completed.total());
                }
            }
        }
    }

    /** A look that was over in a moment is worth no line. */
    synchronized void gathering(EvidenceEvent event) {
        switch (event) {
            case EvidenceEvent.Started started -> {
                if (mode == Mode.LIVE) {
                    draw(() -> EvidenceText.of(started) + " " + screen.ellipsis());
                }
            }
            case EvidenceEvent.Completed completed -> {
                if (mode == Mode.LINES && completed.took().compareTo(NOTICED) >= 0) {
                    err.print(EvidenceText.of(completed) + "\n");
                }
            }
        }
    }

    synchronized void applying(ApplyEvent event) {
        if (mode == Mode.SILENT) {
            return;
        }
        Instant now = clock.instant();
        waiting.note(event, now).ifPresent(text -> say(news(now, text)));
        if (mode == Mode.LIVE && waiting.count() > 0) {
            draw(() -> waiting.line(clock.instant(), room() - CLOCK));
        }
    }

    /** Brings the live line up to date, if there is one: time goes on also where nothing happens. */
    synchronized void tick() {
        if (lineOpen) {
            draw(live);
        }
    }

    /** Prints text in place of the live line, which comes back with the next event. */
    synchronized void say(String text) {
        clear();
        err.print(text);
    }

    /** Takes the live line away. */
    synchronized void clear() {
        if (lineOpen) {
            err.print("\r\u001b[K");
            lineOpen = false;
            drawn = Instant.EPOCH;
        }
    }

    private String counts(int done, int total) {
        Duration elapsed = Duration.between(begun, clock.instant());
        String pace = elapsed.toMillis() < 1000 ? "" : ", %d per second".formatted(done * 1000L / elapsed.toMillis());
        return "Reading " + screen.ellipsis() + " " + done + " of " + total + pace;
    }

    private void tellTenth(int done, int total) {
        int reached = done * 10 / total;
        if (reached > tenths) {
            tenths = reached;
            err.print("Read %d of %d (%d %%)\n".formatted(done, total, reached * 10));
        }
    }

    private void draw(Supplier<String> line) {
        live = line;
        Instant now = clock.instant();
        if (Duration.between(drawn, now).compareTo(REFRESH) < 0) {
            return;
        }
        drawn = now;
        lineOpen = true;
        err.print("\r" + cut(TimeText.elapsed(Duration.between(begun, now)) + "  " + line.get()) + "\u001b[K");
    }

    /** A line with the time before it; on a terminal, what does not fit beside it stands below. */
    private String news(Instant now, String text) {
        String time = TimeText.clock(now, screen.zone()) + "  ";
        if (mode != Mode.LIVE) {
            return time + text + "\n";
        }
        var page = new Page(screen);
        page.told(time, text);
        return page.toString();
    }

    /** How many characters the live line can have. */
    private int room() {
        return Math.max(10, Math.min(screen.wrap(), 200) - 1);
    }

    private String cut(String line) {
        int room = room();
        if (Page.length(line) <= room) {
            return line;
        }
        int kept = room - screen.ellipsis().length();
        return line.substring(0, line.offsetByCodePoints(0, kept)) + screen.ellipsis();
    }
}

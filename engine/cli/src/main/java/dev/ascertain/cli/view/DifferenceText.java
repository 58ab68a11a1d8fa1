package dev.ascertain.cli.view;

import dev.ascertain.core.diagnostic.Visible;
import dev.ascertain.core.judge.Difference;
import java.util.List;

/** The attributes that are not as expected, in three columns: name, live value, expectation. */
final class DifferenceText {
    private static final int INDENT = 6;
    private static final int NARROWEST_NAME = 19;
    private static final int NARROWEST_VALUE = 12;
    private static final int WIDEST_VALUE = 32;

    private final boolean whole;

    /**
     * @param whole whether long values are shown whole rather than cut at the window's edge
     */
    DifferenceText(boolean whole) {
        this.whole = whole;
    }

    private record Row(String name, String live, String expected) {}

    void write(Page page, List<Difference> differences) {
        List<Row> rows = differences.stream().map(DifferenceText::row).toList();
        int name = Math.max(
                NARROWEST_NAME,
                rows.stream().mapToInt(row -> Page.length(row.name())).max().orElse(0));
        int value = rows.stream()
                .mapToInt(row -> Page.length(row.live()))
                .filter(length -> length <= WIDEST_VALUE)
                .max()
                .orElse(0);
        for (Row row : rows) {
            write(page, row, name, Math.max(NARROWEST_VALUE, value));
        }
    }

    private void write(Page page, Row row, int nameWidth, int valueWidth) {
        String start = " ".repeat(INDENT) + Page.padded(row.name(), nameWidth) + "  ";
        String line = start + Page.padded(row.live(), valueWidth) + "  " + row.expected();
        if (Page.length(line) <= page.screen().wrap()) {
            page.line(line);
            return;
        }
        page.line(cut(page.screen(), start + row.live()));
        page.line(cut(page.screen(), " ".repeat(INDENT + 2) + row.expected()));
    }

    private String cut(Screen screen, String line) {
        if (whole || Page.length(line) <= screen.wrap()) {
            return line;
        }
        int room = Math.max(1, screen.wrap() - screen.ellipsis().length());
        return line.substring(0, line.offsetByCodePoints(0, room)) + screen.ellipsis();
    }

    private static Row row(Difference difference) {
        return new Row(
                Visible.line(difference.attribute()),
                ValueText.live(difference.actual()),
                "expected " + ValueText.of(difference.expected()));
    }
}

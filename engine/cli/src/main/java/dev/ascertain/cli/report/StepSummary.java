package dev.ascertain.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file that GitHub's runner shows as a step's summary. Others write it too: what stands there stays. */
public final class StepSummary {
    /** Below this a report says nothing any more. */
    private static final int LEAST = 4_096;

    private StepSummary() {}

    /**
     * Adds the report as Markdown, as long as there is room: GitHub drops a summary of more than 1 MiB wholly.
     *
     * @throws IOException if the file cannot be written
     */
    public static void append(Report report, Path file) throws IOException {
        long there = Files.exists(file) ? Files.size(file) : 0;
        int room = (int) Math.max(0, Summary.LIMIT - there);
        if (room < LEAST) {
            return;
        }
        String text = (there == 0 ? "" : "\n") + Summary.text(report, room - 1);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}

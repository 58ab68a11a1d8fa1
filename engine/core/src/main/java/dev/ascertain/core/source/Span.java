package dev.ascertain.core.source;

/**
 * A place within one file, packed into a long: a tree of two million nodes has two million of them. 24 bits of line, 24
 * of column, both from 0, and 16 of length.
 */
public final class Span {
    private static final int MOST = 0xff_ffff;
    private static final int LONGEST = 0xffff;

    private Span() {}

    /** What is larger than a field can hold becomes the largest that it can. */
    public static long of(int line, int column, int length) {
        return ((long) Math.min(line, MOST) << 40)
                | ((long) Math.min(column, MOST) << 16)
                | Math.clamp(length, 1, LONGEST);
    }

    /** The rest of the line. */
    static long fromHere(int line, int column) {
        return of(line, column, LONGEST);
    }

    static int line(long span) {
        return (int) (span >>> 40);
    }

    static int column(long span) {
        return (int) (span >>> 16) & MOST;
    }

    static int length(long span) {
        return (int) span & LONGEST;
    }
}

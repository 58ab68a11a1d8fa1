package dev.ascertain.cli.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a finding is recognized by from run to run: the verification and the reason, no words, no times, no lines. */
final class Mark {
    private Mark() {}

    /** 64 hexadecimal digits. */
    static String of(Row row) {
        try {
            byte[] meaning = (row.about().name() + "\n" + row.why().code()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(meaning));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

package dev.ascertain.core.diagnostic;

/** How much a diagnostic, or a verification that is not as expected, weighs. */
public enum Severity {
    ERROR,
    WARNING;

    /** The word in manifests and JSON: {@code error}, {@code warning}. */
    public String word() {
        return this == ERROR ? "error" : "warning";
    }
}

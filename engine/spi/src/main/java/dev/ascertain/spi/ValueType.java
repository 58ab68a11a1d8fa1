package dev.ascertain.spi;

/** The type of an attribute or setting. A scalar in a manifest means what its attribute's type says. */
public enum ValueType {
    /** {@link Value.Text}. */
    TEXT,
    /** {@link Value.Flag}: true or false. */
    FLAG,
    /** {@link Value.Amount}. */
    NUMBER,
    /** {@link Value.Moment}: an ISO 8601 time. */
    TIME,
    /** {@link Value.Items} of texts. */
    TEXTS,
    /** {@link Value.Items} of {@link Value.Fields}. */
    RECORDS
}

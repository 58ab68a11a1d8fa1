package dev.ascertain.core.publish;

/** The types of DNS records that are published for a verification. */
public enum RecordType {
    TXT,
    CNAME,
    CAA
}

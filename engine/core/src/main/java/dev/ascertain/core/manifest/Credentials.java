package dev.ascertain.core.manifest;

/** Whether the accounts that a manifest uses must be usable on this machine. */
public enum Credentials {
    /** They must: a missing credential is an error. */
    REQUIRED,
    /** They need not, as where manifests are only checked: a credential may be missing, and is not looked into. */
    OPTIONAL
}

package dev.ascertain.providers.cloudflare;

/** The body that checks a pack again. */
record WireMethod(String validationMethod) {}

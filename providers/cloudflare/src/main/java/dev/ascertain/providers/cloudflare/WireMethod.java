package dev.ascertain.providers.cloudflare;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The body that checks a pack again. */
record WireMethod(@JsonProperty("validation_method") String validationMethod) {}

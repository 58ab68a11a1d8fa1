package dev.ascertain.providers.cloudflare;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One verification on the wire: one element for each hostname and pack. Words stay words, so that a new one survives.
 *
 * @param certificateStatus the only field that is documented as always there
 * @param certPackUuid is left out now and then
 * @param verificationInfo an object or an array of them; see {@link Proof}
 * @param verificationStatus null means unknown
 * @param hostname not documented, but always seen
 * @param validationType not documented; such as {@code dv}
 */
record WireVerification(
        @Nullable String certificateStatus,
        @Nullable Boolean brandCheck,
        @Nullable String certPackUuid,
        @Nullable String signature,
        @Nullable String validationMethod,
        @Nullable JsonNode verificationInfo,
        @Nullable Boolean verificationStatus,
        @Nullable String verificationType,
        @Nullable String hostname,
        @Nullable String validationType) {
    WireVerification {
        certificateStatus = Texts.orNull(certificateStatus);
        certPackUuid = Texts.orNull(certPackUuid);
        signature = Texts.orNull(signature);
        validationMethod = Texts.orNull(validationMethod);
        verificationType = Texts.orNull(verificationType);
        hostname = Texts.orNull(hostname);
        validationType = Texts.orNull(validationType);
    }
}

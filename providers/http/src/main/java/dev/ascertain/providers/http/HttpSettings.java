package dev.ascertain.providers.http;

/**
 * What a vendor's HTTP is like.
 *
 * @param vendor the name in sentences, such as {@code Cloudflare}
 * @param credential how requests are authenticated; pacing, the first call that goes alone, and the stop after a 401 are
 *     per {@link HttpAccess}, so per credential
 * @param quota the documented limit; what the answers' headers say may lower it
 * @param refusals the vendor's error answers
 */
public record HttpSettings(String vendor, Credential credential, Quota quota, RefusalReader refusals) {}

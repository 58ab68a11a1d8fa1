/** What the DNS says: delegations, token records, CAA and DNSSEC, asked at the authoritative servers first. */
@NullMarked
package dev.ascertain.evidence.dns;

import org.jspecify.annotations.NullMarked;

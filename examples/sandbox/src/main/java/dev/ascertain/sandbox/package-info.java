/**
 * Both clouds on localhost, as a scenario file says: what they answer, how that changes with time and with triggers, and
 * what goes wrong.
 *
 * <p>{@link dev.ascertain.sandbox.Sandbox} is the door. Behind it a scenario (plain records), a history of triggers and
 * the time make an answer; WireMock only carries it.
 */
@NullMarked
package dev.ascertain.sandbox;

import org.jspecify.annotations.NullMarked;

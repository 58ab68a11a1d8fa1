/**
 * For tests only: the contract that every provider passes, and fakes for tests of the engine.
 *
 * <p>A provider's test extends {@link dev.ascertain.testkit.ProviderContract}; a test of the engine uses
 * {@link dev.ascertain.testkit.FakeTime} and {@link dev.ascertain.testkit.FakeProvider}.
 */
@NullMarked
package dev.ascertain.testkit;

import org.jspecify.annotations.NullMarked;

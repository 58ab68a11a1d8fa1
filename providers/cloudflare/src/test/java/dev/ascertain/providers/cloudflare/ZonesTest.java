package dev.ascertain.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.ProviderException;
import dev.ascertain.spi.ProviderException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ZonesTest {
    private static final ZoneTarget NAME = new ZoneTarget("example.com", false);
    private static final WireZone ZONE = zone("023e105f4ecef8ad9ca31a8372d0c353", "example.com", "Example Inc");

    @Test
    void anIdIsNotLookedUp() {
        var reads = new FakeReads(_ -> page(1, ZONE));
        Zone zone = new Zones(reads, null).zone(new ZoneTarget("023e105f4ecef8ad9ca31a8372d0c353", true));
        assertThat(zone)
                .isEqualTo(new Zone("023e105f4ecef8ad9ca31a8372d0c353", "023e105f4ecef8ad9ca31a8372d0c353", null));
        assertThat(reads.calls).hasValue(0);
    }

    @Test
    void aNameIsLookedUpOnceByHoweverManyThreads() throws Exception {
        var atTheCall = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var reads = new FakeReads(_ -> {
            atTheCall.countDown();
            await(goOn);
            return page(1, ZONE);
        });
        var zones = new Zones(reads, null);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Zone>> asked = Stream.generate(() -> (Callable<Zone>) () -> zones.zone(NAME))
                    .limit(50)
                    .toList();
            List<Future<Zone>> found = new ArrayList<>();
            asked.forEach(one -> found.add(threads.submit(one)));
            atTheCall.await();
            goOn.countDown();
            for (Future<Zone> one : found) {
                assertThat(one.get()).isEqualTo(new Zone(ZONE.id(), "example.com", "active"));
            }
        }
        assertThat(reads.calls).hasValue(1);
    }

    @Test
    void readsAllPagesAndLeavesOtherNamesOut() {
        var reads = new FakeReads(page -> page == 1 ? page(2, zone("a1", "example.com.au", "Other")) : page(2, ZONE));
        assertThat(new Zones(reads, null).zone(NAME).id()).isEqualTo(ZONE.id());
        assertThat(reads.calls).hasValue(2);
    }

    @Test
    void severalZonesAreTold() {
        var reads = new FakeReads(
                _ -> page(1, ZONE, zone("a1", "example.com", "Other Ltd"), zone("b2", "example.com", "")));
        ProviderException told = catchThrowableOfType(ProviderException.class, () -> new Zones(reads, null).zone(NAME));
        assertThat(told.kind()).isEqualTo(Kind.REJECTED);
        assertThat(told.what())
                .isEqualTo("Zone example.com exists 3 times: in Example Inc (acc-Example Inc) as"
                        + " 023e105f4ecef8ad9ca31a8372d0c353, Other Ltd (acc-Other Ltd) as a1, acc- as b2.");
        assertThat(told.hint()).contains("Set account_id in the provider's settings, or zone_id in the declaration.");
    }

    @Test
    void noZoneIsToldAndRemembered() {
        var reads = new FakeReads(_ -> page(1));
        var zones = new Zones(reads, "acc-1");
        for (int time = 0; time < 2; time++) {
            ProviderException told = catchThrowableOfType(ProviderException.class, () -> zones.zone(NAME));
            assertThat(told.kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(told.what()).isEqualTo("Cloudflare shows this credential no zone example.com in account acc-1.");
            assertThat(told.hint())
                    .contains("Check the spelling (the zone, not a name below it), the account, and that the credential"
                            + " has \"Zone Read\" for this zone; or set zone_id, which needs no look-up.");
        }
        assertThat(reads.calls).hasValue(1);
        assertThat(reads.accounts).containsExactly("acc-1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"THROTTLED", "UNAVAILABLE", "MALFORMED_RESPONSE", "NOT_ASKED"})
    void aFailureThatMayPassIsForgotten(Kind kind) {
        var asked = new AtomicInteger();
        var reads = new FakeReads(_ -> {
            if (asked.getAndIncrement() == 0) {
                throw ProviderException.of(kind, "Not now.").build();
            }
            return page(1, ZONE);
        });
        var zones = new Zones(reads, null);
        assertThat(catchThrowableOfType(ProviderException.class, () -> zones.zone(NAME))
                        .kind())
                .isEqualTo(kind);
        assertThat(zones.zone(NAME).id()).isEqualTo(ZONE.id());
    }

    @Test
    void anEndlessListIsRefused() {
        var reads = new FakeReads(_ -> page(Integer.MAX_VALUE, ZONE));
        assertThat(catchThrowableOfType(ProviderException.class, () -> new Zones(reads, null).zone(NAME))
                        .what())
                .isEqualTo("Cloudflare's list does not end after 1000 pages.");
    }

    @Test
    void anIdThatCouldNameAnotherPathIsRefused() {
        var reads = new FakeReads(_ -> page(1, zone("../user", "example.com", "x")));
        ProviderException told = catchThrowableOfType(ProviderException.class, () -> new Zones(reads, null).zone(NAME));
        assertThat(told.what()).isEqualTo("Cloudflare reports zone example.com without an id.");
    }

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of("active", List.of()),
                Arguments.of(null, List.of()),
                Arguments.of("frozen", List.of()),
                Arguments.of(
                        "pending",
                        List.of(new Obstacle.NotActive(
                                "Zone example.com is pending: Cloudflare has not seen yet that its"
                                        + " name servers were changed."))),
                Arguments.of(
                        "initializing",
                        List.of(new Obstacle.NotActive("Zone example.com is initializing: Cloudflare has not seen yet"
                                + " that its name servers were changed."))),
                Arguments.of(
                        "moved",
                        List.of(new Obstacle.Moved(
                                "Zone example.com has moved: its name servers are no longer Cloudflare's."))));
    }

    @ParameterizedTest
    @MethodSource("states")
    void aZoneThatIsNotActiveIsAnObstacle(@Nullable String status, List<Obstacle> obstacles) {
        assertThat(new Zone("i", "example.com", status).obstacles()).isEqualTo(obstacles);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static WireZone zone(String id, String name, String owner) {
        return new WireZone(id, name, "active", new WireZone.Account("acc-" + owner, owner));
    }

    private static Envelope<List<WireZone>> page(int total, WireZone... zones) {
        return new Envelope<>(List.of(zones), true, null, new Envelope.Pages(total));
    }

    private static final class FakeReads implements CloudflareReads {
        private final AtomicInteger calls = new AtomicInteger();
        private final List<@Nullable String> accounts = new ArrayList<>();
        private final IntFunction<Envelope<List<WireZone>>> pages;

        private FakeReads(IntFunction<Envelope<List<WireZone>>> pages) {
            this.pages = pages;
        }

        @Override
        public Envelope<List<WireZone>> zones(@Nullable String name, @Nullable String account, int page) {
            calls.incrementAndGet();
            accounts.add(account);
            return pages.apply(page);
        }

        @Override
        public Envelope<List<WireVerification>> verifications(String zoneId) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Envelope<List<WirePack>> packs(String zoneId, int page) {
            throw new AssertionError("not asked for");
        }
    }
}

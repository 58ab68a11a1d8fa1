package dev.ascertain.core.judge;

import dev.ascertain.spi.Challenge;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Phase D: whether the CAA records let one of the certificate authorities issue. */
final class CaaRules {
    static final List<Rule> ALL = List.of(
            of("D3", CaaRules::isCritical, CaaRules::critical),
            of("D2", (the, set) -> forbidsAll(the, set) && set.isBehindAlias(), CaaRules::forbidsAtTarget),
            of("D1", (the, set) -> forbidsAll(the, set) && !set.isBehindAlias(), CaaRules::forbids),
            of("D4", (the, set) -> leavesMethodOut(the, set) || bindsAccount(the, set), CaaRules::parameters),
            of("D5", CaaRules::forbidsChosen, CaaRules::partial));

    private CaaRules() {}

    private static Rule of(String id, BiPredicate<Case, CaaSet> when, BiFunction<Case, CaaSet, Finding> finding) {
        return new Rule(
                id, the -> relevant(the).filter(set -> when.test(the, set)).map(set -> finding.apply(the, set)));
    }

    private static Optional<CaaSet> relevant(Case the) {
        return the.isOpen() && the.claim().certificate()
                ? CaaSet.of(the.claim().host(), the.evidence())
                : Optional.empty();
    }

    private static boolean isCritical(Case the, CaaSet set) {
        return set.records().stream().anyMatch(CaaRecord::forbidsAsUnknown);
    }

    private static Finding critical(Case the, CaaSet set) {
        CaaRecord record = set.records().stream()
                .filter(CaaRecord::forbidsAsUnknown)
                .findFirst()
                .orElseThrow();
        return Finding.of(
                "D3",
                Verdict.BLOCKED,
                Code.CAA_CRITICAL,
                "The CAA record at %s with the tag \"%s\" is marked critical, and no certificate authority knows that tag: none may issue."
                        .formatted(set.owner(), record.tag()),
                "remove the record %s CAA %s".formatted(set.owner(), record.text()),
                Party.YOU);
    }

    private static boolean forbidsAll(Case the, CaaSet set) {
        List<String> authorities = the.claim().authorities();
        return !authorities.isEmpty() && authorities.stream().noneMatch(set::permits);
    }

    private static String wanted(Case the) {
        String chosen = the.claim().chosen();
        return chosen == null ? the.claim().authorities().getFirst() : chosen;
    }

    private static String permitted(CaaSet set) {
        String issuers = set.deciding().stream()
                .map(CaaRecord::issuer)
                .filter(issuer -> !issuer.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return issuers.isEmpty() ? "nobody" : issuers;
    }

    private static String addition(Case the, CaaSet set) {
        return "add the record %s CAA 0 %s \"%s\" beside the others"
                .formatted(set.owner(), set.decidingTag(), wanted(the));
    }

    /** Who may not: the one that was chosen, or all that could be. */
    private static String barred(Case the) {
        String chosen = the.claim().chosen();
        return chosen == null
                ? "and none of %s, which issue"
                        .formatted(String.join(", ", the.claim().authorities()))
                : "but not %s, which is to issue".formatted(chosen);
    }

    private static Finding forbids(Case the, CaaSet set) {
        return Finding.of(
                "D1",
                Verdict.BLOCKED,
                Code.CAA_FORBIDS,
                "The CAA records at %s let %s issue, %s for %s."
                        .formatted(set.owner(), permitted(set), barred(the), the.vendor()),
                addition(the, set),
                Party.YOU);
    }

    private static Finding forbidsAtTarget(Case the, CaaSet set) {
        return Finding.of(
                "D2",
                Verdict.BLOCKED,
                Code.CAA_AT_TARGET,
                "%s is an alias for %s, whose CAA records let %s issue, and none of %s."
                        .formatted(
                                set.at(),
                                set.owner(),
                                permitted(set),
                                String.join(", ", the.claim().authorities())),
                "let whoever holds %s permit \"%s\" there, choose a certificate authority that is permitted, or make %s no alias"
                        .formatted(set.owner(), wanted(the), set.at()),
                Party.YOU);
    }

    /** The records by which one of the authorities, or the chosen one, may issue. */
    private static List<CaaRecord> permitting(Case the, CaaSet set) {
        String chosen = the.claim().chosen();
        List<String> meant = chosen != null && set.permits(chosen)
                ? List.of(chosen)
                : the.claim().authorities();
        return set.deciding().stream()
                .filter(record -> meant.contains(record.issuer()))
                .toList();
    }

    /** The names of RFC 8657 for how the proof is given; empty if nothing is to be proved here. */
    private static Optional<String> method(Case the) {
        return the.live().challenges().stream()
                .flatMap(challenge -> switch (challenge) {
                    case Challenge.Txt _, Challenge.Cname _ -> Optional.of("dns-01").stream();
                    case Challenge.HttpFile _ -> Optional.of("http-01").stream();
                    case Challenge.Email _ -> Optional.<String>empty().stream();
                })
                .findFirst();
    }

    private static boolean allows(CaaRecord record, String method) {
        return record.parameter("validationmethods")
                .map(methods -> Arrays.stream(methods.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .anyMatch(method::equals))
                .orElse(true);
    }

    private static boolean leavesMethodOut(Case the, CaaSet set) {
        List<CaaRecord> permitting = permitting(the, set);
        return !permitting.isEmpty()
                && method(the)
                        .filter(method -> permitting.stream().noneMatch(record -> allows(record, method)))
                        .isPresent();
    }

    private static boolean bindsAccount(Case the, CaaSet set) {
        List<CaaRecord> permitting = permitting(the, set);
        return !permitting.isEmpty()
                && permitting.stream()
                        .allMatch(record -> record.parameter("accounturi").isPresent());
    }

    private static Finding parameters(Case the, CaaSet set) {
        CaaRecord record = permitting(the, set).getFirst();
        return leavesMethodOut(the, set)
                ? Finding.of(
                        "D4",
                        Verdict.BLOCKED,
                        Code.CAA_PARAMS,
                        "The CAA record %s at %s permits other methods of validation than %s."
                                .formatted(
                                        record.text(), set.owner(), method(the).orElseThrow()),
                        "add %s to its validationmethods, or validate by another method"
                                .formatted(method(the).orElseThrow()),
                        Party.YOU)
                : Finding.of(
                        "D4",
                        Verdict.WARNING,
                        Code.CAA_PARAMS,
                        "The CAA record %s at %s permits one account only; whether it is %s's cannot be seen."
                                .formatted(record.text(), set.owner(), the.vendor()),
                        "remove accounturi from it if the order is refused",
                        Party.YOU);
    }

    private static boolean forbidsChosen(Case the, CaaSet set) {
        String chosen = the.claim().chosen();
        return chosen != null && !set.permits(chosen) && !forbidsAll(the, set);
    }

    private static Finding partial(Case the, CaaSet set) {
        return Finding.of(
                "D5",
                Verdict.WARNING,
                Code.CAA_PARTIAL,
                "The CAA records at %s let %s issue, but not %s, which %s asks."
                        .formatted(set.owner(), permitted(set), the.claim().chosen(), the.vendor()),
                addition(the, set),
                Party.YOU);
    }
}

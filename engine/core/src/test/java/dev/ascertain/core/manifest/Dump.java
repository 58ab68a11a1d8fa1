package dev.ascertain.core.manifest;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A configuration as text, for golden files. */
final class Dump {
    private Dump() {}

    static String of(Reading reading) {
        Configuration configuration = reading.configuration();
        return accounts(configuration.accounts()) + "\n"
                + configuration.declarations().stream().map(Dump::declaration).collect(Collectors.joining("\n"));
    }

    private static String accounts(Map<String, Account> accounts) {
        return new TreeMap<>(accounts)
                .values().stream()
                        .map(account -> "account " + account.name() + " of "
                                + account.factory().title() + " "
                                + new TreeMap<>(account.settings().plain()) + " "
                                + new TreeMap<>(account.settings().secrets()) + "\n")
                        .collect(Collectors.joining());
    }

    private static String declaration(Declaration declaration) {
        var text = new StringBuilder(declaration.address().toString()).append('\n');
        text.append("  place    ")
                .append(declaration.place().line())
                .append(':')
                .append(declaration.place().column());
        text.append("\n  account  ").append(declaration.account());
        text.append("\n  match    ")
                .append(declaration.match())
                .append(", retry ")
                .append(declaration.retry());
        text.append(", severity ")
                .append(declaration.severity())
                .append(", owner ")
                .append(declaration.owner());
        new TreeMap<>(declaration.declared().attributes())
                .forEach((name, value) ->
                        text.append("\n  set      ").append(name).append(" = ").append(value));
        declaration
                .select()
                .forEach((name, matcher) ->
                        text.append("\n  select   ").append(name).append(" ").append(matcher));
        declaration
                .expect()
                .forEach((name, matcher) ->
                        text.append("\n  expect   ").append(name).append(" ").append(matcher));
        return text.append('\n').toString();
    }
}

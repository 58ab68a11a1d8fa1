package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Answer.Outcome;
import dev.ascertain.evidence.DnsRecord;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Server;
import java.util.List;

/** The public resolvers: what everybody else sees. */
final class Resolvers {
    private final Asker asker;
    private final List<Contact> all;
    private final Walk walk;
    private final Gathered gathered;

    Resolvers(Asker asker, List<Contact> all, Walk walk, Gathered gathered) {
        this.asker = asker;
        this.all = all;
        this.walk = walk;
        this.gathered = gathered;
    }

    /** Asks all of them, and those that fail once more with DNSSEC left out: if that helps, DNSSEC is the fault. */
    List<Answer> ask(Question question) {
        if (!Wire.isAskable(question.name())) {
            return List.of();
        }
        List<Contact> contacts = all.stream().filter(this::isItself).toList();
        List<Answer> answers = Together.each(contacts, contact -> answer(Query.recursive(contact, question)));
        gathered.resolvers(question, answers);
        List<Contact> failed = contacts.stream()
                .filter(contact -> answers.get(contacts.indexOf(contact)).outcome() == Outcome.SERVER_FAILED)
                .toList();
        if (!failed.isEmpty()) {
            gathered.unchecked(
                    question,
                    Together.each(
                            failed,
                            contact -> answer(Query.recursive(contact, question).withoutChecking())));
        }
        return answers;
    }

    /** The data of a type that the first resolver with an answer gives, aliases followed by the resolver. */
    List<String> data(Question question) {
        return ask(question).stream().filter(Answer::isConclusive).findFirst().stream()
                .flatMap(answer -> answer.records().stream())
                .filter(record -> record.type().equals(question.type()))
                .map(DnsRecord::data)
                .toList();
    }

    /** Where answers are forged on the way, only what is encrypted comes from whom it names. */
    private boolean isItself(Contact contact) {
        return !walk.isIntercepted() || contact instanceof Contact.Https;
    }

    private Answer answer(Query query) {
        String place = query.contact().text();
        return asker.resolver(new Server(place, place), query).answer();
    }
}

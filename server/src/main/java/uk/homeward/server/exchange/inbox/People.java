package uk.homeward.server.exchange.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.identity.Judgement;
import uk.homeward.journey.identity.Traits;
import uk.homeward.journey.place.Place;
import uk.homeward.server.exchange.hl7.AckCode;
import uk.homeward.server.exchange.hl7.ErrorCode;
import uk.homeward.server.exchange.hl7.Refusal;
import uk.homeward.server.exchange.hl7.adt.Demographics;
import uk.homeward.server.exchange.hl7.adt.Identity;
import uk.homeward.server.exchange.hl7.adt.LocalNumber;
import uk.homeward.server.exchange.hl7.adt.Subject;
import uk.homeward.server.exchange.hl7.adt.Vitality;
import uk.homeward.server.identity.PersonMatching;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.PlaceKey;

/** Registers, updates and merges people as hospital messages tell. */
@Component
class People {

    private final PersonFinder finder;
    private final Desk desk;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final DetailsAfter details;
    private final PersonMatching matching;

    People(PersonFinder finder, PersonMatching matching, Desk desk, JdbcTemplate jdbc, PlaceKey key, Place place) {
        this.finder = finder;
        this.matching = matching;
        this.desk = desk;
        this.jdbc = jdbc;
        this.place = key;
        this.details = new DetailsAfter(place);
    }

    /** Waits until no other message about one of these numbers is being applied; held until the transaction ends. */
    void lock(List<Subject> subjects) {
        String[] numbers = subjects.stream()
                .flatMap(subject -> Stream.concat(Stream.of(subject.identity()), subject.merged().stream()))
                .flatMap(People::keys)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        jdbc.query(
                "select pg_advisory_xact_lock(k) from (select distinct hashtextextended(n, 2575) as k"
                        + " from unnest(?::text[]) n order by 1) keys",
                row -> {},
                (Object) numbers);
    }

    private static Stream<String> keys(Identity identity) {
        return Stream.concat(
                identity.nhsNumber().stream(),
                identity.locals().stream().map(local -> local.authority() + "|" + local.value()));
    }

    /** The person of a subject as they stand after the message. */
    KnownPerson tell(Subject subject, Applying applying) {
        Identity identity = subject.identity();
        Demographics told = subject.demographics();
        Optional<KnownPerson> byLocal = finder.byLocalNumber(identity.locals());
        Optional<KnownPerson> known =
                byLocal.or(() -> identity.nhsNumber().flatMap(number -> finder.byNhsNumber(number, told)));
        boolean knowsAllNumbers = byLocal.isPresent() && identity.locals().size() == 1;
        KnownPerson person = known.isPresent()
                ? update(known.get(), knowsAllNumbers ? List.of() : identity.locals(), subject, applying)
                : byDescription(subject, applying);
        subject.merged().forEach(identityOfLoser -> merge(person, identityOfLoser, applying));
        return person;
    }

    /**
     * The person whom a message means that is about their care, not about who they are: nothing that is known of them
     * changes. Somebody new is registered.
     */
    KnownPerson meant(Subject subject, Applying applying) {
        Identity identity = subject.identity();
        return finder.byLocalNumber(identity.locals())
                .or(() -> identity.nhsNumber().flatMap(number -> finder.byNhsNumber(number, subject.demographics())))
                .orElseGet(() -> byDescription(subject, applying));
    }

    /** Who surely is somebody known, by all that is told of them; else somebody new, and who may be the same is asked. */
    private KnownPerson byDescription(Subject subject, Applying applying) {
        Identity identity = subject.identity();
        Traits traits = Traits.of(
                details.registered(subject.demographics(), identity.nhsNumber().orElse(null)));
        Map<String, String> numbers = new HashMap<>();
        identity.locals().forEach(local -> numbers.putIfAbsent(local.authority(), local.value()));
        Judgement judgement = matching.judge(traits, numbers);
        if (judgement instanceof Judgement.Same(Judgement.Likeness likeness)) {
            applying.note("PID-3", "known here by description: " + likeness.words());
            return update(finder.get(likeness.id()), identity.locals(), subject, applying);
        }
        KnownPerson person = register(identity, subject.demographics(), applying);
        matching.file(person.id(), judgement, applying.by());
        return person;
    }

    private KnownPerson register(Identity identity, Demographics told, Applying applying) {
        Details registered = details.registered(told, numberOfNobodyElse(identity, applying));
        String id = newId(identity);
        List<PersonEvent> facts = new ArrayList<>();
        facts.add(new PersonEvent.PersonRegistered(registered));
        identity.locals().forEach(n -> facts.add(new PersonEvent.IdentifierLearned(n.authority(), n.value())));
        @Nullable Instant died = death(told, null, applying, facts);
        tell(id, facts, applying);
        return new KnownPerson(id, registered, died);
    }

    /**
     * @param numbers the local numbers by which the person may not be known yet
     */
    private KnownPerson update(KnownPerson known, List<LocalNumber> numbers, Subject subject, Applying applying) {
        Identity identity = subject.identity();
        Demographics told = subject.demographics();
        @Nullable
        String number = known.details().nhsNumber() == null
                ? numberOfNobodyElse(identity, applying)
                : sameNumber(known, identity, applying);
        List<PersonEvent> facts = new ArrayList<>();
        Details after = details.updated(known.details(), told, number);
        if (!after.equals(known.details()) && lastToldAt(known.id()).isAfter(applying.at())) {
            after = details.filled(known.details(), told, number);
        }
        if (!after.equals(known.details())) {
            facts.add(new PersonEvent.PersonDetailsChanged(after));
        }
        finder.unknown(known.id(), numbers)
                .forEach(n -> facts.add(new PersonEvent.IdentifierLearned(n.authority(), n.value())));
        @Nullable Instant died = death(told, known.diedAt(), applying, facts);
        tell(known.id(), facts, applying);
        return new KnownPerson(known.id(), after, died);
    }

    private @Nullable String sameNumber(KnownPerson known, Identity identity, Applying applying) {
        identity.nhsNumber()
                .filter(number -> !number.equals(known.details().nhsNumber()))
                .ifPresent(number ->
                        applying.note("PID-3", "the NHS number is not the one known here; the known one stays"));
        return known.details().nhsNumber();
    }

    /** The usable NHS number, unless another person here has it; then it is left out, and somebody must look. */
    private @Nullable String numberOfNobodyElse(Identity identity, Applying applying) {
        String number = identity.nhsNumber().orElse(null);
        if (number == null || finder.withNhsNumber(number).isEmpty()) {
            return number;
        }
        if (identity.locals().isEmpty()) {
            throw new CannotApply(new Refusal(
                    AckCode.AE,
                    ErrorCode.UNKNOWN_KEY,
                    "PID-3",
                    "the NHS number belongs here to someone with another date of birth",
                    "check the number, or send the hospital number too"));
        }
        applying.note(
                "PID-3",
                "the NHS number belongs here to another record; this one is kept apart under its local number");
        return null;
    }

    private static @Nullable Instant death(
            Demographics told, @Nullable Instant before, Applying applying, List<PersonEvent> facts) {
        Vitality vitality = told.vitality().orNull();
        if (vitality == null || !vitality.dead() || before != null) {
            return before;
        }
        Instant at = vitality.diedAt() == null ? applying.at() : vitality.diedAt();
        facts.add(new PersonEvent.PersonDied(at));
        return at;
    }

    private void merge(KnownPerson stands, Identity givesWay, Applying applying) {
        Optional<KnownPerson> loser = finder.givingWay(givesWay);
        if (loser.isEmpty()) {
            List<PersonEvent> facts = new ArrayList<>();
            finder.unknown(stands.id(), givesWay.locals())
                    .forEach(n -> facts.add(new PersonEvent.IdentifierLearned(n.authority(), n.value())));
            tell(stands.id(), facts, applying);
        } else if (!loser.get().id().equals(stands.id())) {
            tell(loser.get().id(), List.of(new PersonEvent.PersonMerged(stands.id())), applying);
        }
    }

    private void tell(String id, List<PersonEvent> facts, Applying applying) {
        if (!facts.isEmpty()) {
            desk.tellPerson(id, facts, applying.at(), applying.by(), null);
        }
    }

    /** When the details that stand were told to have held; an older message must not overwrite them. */
    private Instant lastToldAt(String person) {
        OffsetDateTime last = jdbc.queryForObject(
                "select max(occurred_at) from event where place = ? and subject_kind = 'PERSON' and subject_id = ?"
                        + " and type in ('PersonRegistered', 'PersonDetailsChanged')",
                OffsetDateTime.class,
                place.value(),
                person);
        return last == null ? Instant.MIN : last.toInstant();
    }

    /** The same new person gets the same id whichever connection is first. */
    private static String newId(Identity identity) {
        String name = identity.locals().isEmpty()
                ? "NHS|" + identity.number()
                : identity.locals().getFirst().authority() + "|"
                        + identity.locals().getFirst().value();
        return UUID.nameUUIDFromBytes(("hl7|" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}

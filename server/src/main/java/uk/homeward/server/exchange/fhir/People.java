package uk.homeward.server.exchange.fhir;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.identity.Judgement;
import uk.homeward.journey.identity.Traits;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.PracticeCode;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.identity.PersonMatching;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;

/**
 * Finds or registers the person of a referral. An NHS number that comes with a date of birth must agree with the one
 * that is known; a referral never changes what is known of a person.
 */
@Component("fhirPeople")
class People {

    private static final int LONGEST_CHAIN = 20;

    private final PersonCards cards;
    private final PersonMatching matching;
    private final Desk desk;
    private final JdbcTemplate jdbc;
    private final Place place;
    private final boolean synthetic;

    People(
            PersonCards cards,
            PersonMatching matching,
            Desk desk,
            JdbcTemplate jdbc,
            Place place,
            ServerSettings settings) {
        this.cards = cards;
        this.matching = matching;
        this.desk = desk;
        this.jdbc = jdbc;
        this.place = place;
        this.synthetic = settings.isDemo();
    }

    /**
     * The person, registered if nobody knew them; runs in the caller's transaction.
     *
     * @throws Faulty if it cannot be told who is meant
     */
    PersonCard findOrRegister(Referral referral, Instant at, Origin origin) {
        return findOrRegister(referral.person(), referral.identity(), at, origin);
    }

    /**
     * The same for anything else about a person.
     *
     * @param identity by what the sender knows what they send; whoever has no number and is told of there is one person
     */
    PersonCard findOrRegister(PersonTold told, String identity, Instant at, Origin origin) {
        return find(told).orElseGet(() -> byDescription(told, identity, at, origin));
    }

    /** Who surely is somebody known, by all that is told of them; else somebody new, and who may be the same is asked. */
    private PersonCard byDescription(PersonTold told, String identity, Instant at, Origin origin) {
        Judgement judgement = matching.judge(traits(told));
        if (judgement instanceof Judgement.Same(Judgement.Likeness likeness)) {
            return cards.find(likeness.id()).orElseThrow();
        }
        PersonCard person = register(told, identity, at, origin);
        matching.file(person.id(), judgement, origin.actor());
        return person;
    }

    private static Traits traits(PersonTold t) {
        return new Traits(
                t.nhsNumber(), t.family(), t.given(), t.born(), t.sex(), t.address(), t.postcode(), t.phone());
    }

    private Optional<PersonCard> find(PersonTold told) {
        if (told.id() != null) {
            return Optional.of(standing(cards.find(told.id())
                    .orElseThrow(() -> Faulty.unusable(new Finding(
                            IssueType.NOTFOUND,
                            told.element() + ".reference",
                            "nobody is known here under this id",
                            "contain the Patient, or give the NHS number as identifier")))));
        }
        if (told.nhsNumber() == null) {
            return Optional.empty();
        }
        lock(told.nhsNumber());
        List<PersonCard> known = cards.listByNhsNumber(told.nhsNumber());
        Optional<PersonCard> agrees =
                known.stream().filter(card -> agrees(card, told)).findFirst();
        if (agrees.isEmpty() && !known.isEmpty()) {
            throw Faulty.unusable(new Finding(
                    IssueType.CONFLICT,
                    told.element(),
                    "the NHS number belongs here to someone with another date of birth or name",
                    "check the number and the date of birth"));
        }
        return agrees;
    }

    /** Until the transaction ends nobody else registers this number; hospital messages hold the same lock. */
    private void lock(String nhsNumber) {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 2575))", row -> {}, nhsNumber);
    }

    private static boolean agrees(PersonCard card, PersonTold told) {
        if (told.born() != null && card.born() != null) {
            return told.born().equals(card.born());
        }
        return told.family().isEmpty() || told.family().equalsIgnoreCase(card.family());
    }

    private PersonCard standing(PersonCard found) {
        PersonCard card = found;
        for (int i = 0; card.mergedInto() != null && i < LONGEST_CHAIN; i++) {
            card = cards.find(card.mergedInto()).orElseThrow();
        }
        return card;
    }

    private PersonCard register(PersonTold told, String identity, Instant at, Origin origin) {
        List<Finding> missing = new ArrayList<>();
        if (told.family().isEmpty()) {
            missing.add(Finding.required(
                    told.element() + ".name.family",
                    "the person is not known here, and has no family name",
                    "send it"));
        }
        if (told.born() == null) {
            missing.add(Finding.required(
                    told.element() + ".birthDate",
                    "the person is not known here, and has no date of birth",
                    "send it as 1940-05-17"));
        }
        if (!missing.isEmpty()) {
            throw new Faulty(Faulty.UNUSABLE, missing);
        }
        String known = told.nhsNumber() == null ? identity : "NHS|" + told.nhsNumber();
        String id = UUID.nameUUIDFromBytes(("fhir-person|" + known).getBytes(StandardCharsets.UTF_8))
                .toString();
        desk.tellPerson(
                id, List.of(new PersonEvent.PersonRegistered(details(told))), at, origin.actor(), "fhir-person/" + id);
        return cards.find(id).orElseThrow();
    }

    private Details details(PersonTold told) {
        return new Details(
                told.nhsNumber(),
                told.family(),
                told.given(),
                told.born(),
                told.sex(),
                told.address(),
                told.postcode(),
                told.phone(),
                locality(told.practice()),
                told.practice(),
                told.language(),
                false,
                "",
                false,
                false,
                0,
                "own-home",
                synthetic);
    }

    private String locality(String practice) {
        return practice.matches("[A-Z0-9]{3,10}")
                ? place.practices()
                        .find(PracticeCode.of(practice))
                        .map(p -> p.locality().value())
                        .orElse("")
                : "";
    }
}

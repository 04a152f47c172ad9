package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.identity.Judgement;
import uk.homeward.journey.identity.Traits;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.exchange.resources.Draft;
import uk.homeward.server.exchange.resources.ResourceText;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.exchange.resources.Source;
import uk.homeward.server.identity.PersonMatching;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.record.FirstOpening;
import uk.homeward.server.time.PlaceTime;

/**
 * Makes the demo's records alive: years of care when somebody made up is opened for the first time, a few decisions about
 * care, and a few records of which it is doubtful whose they are.
 */
@Component
class DemoRecords implements FirstOpening {

    private static final Actor BY = Actor.system("demo", "demo");
    private static final int DECIDED = 12;
    private static final int DOUBTFUL = 5;

    private final ServerSettings settings;
    private final PersonCards cards;
    private final Resources resources;
    private final PersonMatching matching;
    private final Desk desk;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final PlaceTime time;
    private final Luck luck = new Luck(DemoLife.SEED);

    DemoRecords(
            ServerSettings settings,
            PersonCards cards,
            Resources resources,
            PersonMatching matching,
            Desk desk,
            JdbcTemplate jdbc,
            PlaceKey key,
            Place place,
            PlaceTime time) {
        this.settings = settings;
        this.cards = cards;
        this.resources = resources;
        this.matching = matching;
        this.desk = desk;
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.time = time;
    }

    @Override
    public void about(String person) {
        if (settings.isDemo() && person.matches("s\\d{6}") && isBare(person)) {
            cards.find(person).ifPresent(this::fill);
        }
    }

    private boolean isBare(String person) {
        return jdbc.queryForList(
                        "select 1 from resource where place = ? and patient = ? limit 1",
                        Integer.class,
                        key.value(),
                        person)
                .isEmpty();
    }

    private void fill(PersonCard person) {
        Map<String, List<Draft>> bySender = new LinkedHashMap<>();
        for (YearsOfCare.Told told : YearsOfCare.of(person, today(), luck)) {
            Draft draft = resources.draft(ResourceText.read(told.json()), resources.newId(), 1, false, null);
            bySender.computeIfAbsent(told.organisation(), o -> new java.util.ArrayList<>())
                    .add(draft);
        }
        bySender.forEach((organisation, drafts) ->
                resources.keep(drafts, new Source(organisation, "demo-" + organisation, "fhir"), false));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), place.zone());
    }

    /** To be called once the place is filled; does nothing the second time. */
    void seed() {
        decisions();
        doubts();
    }

    private void decisions() {
        List<String> frail = jdbc.queryForList("""
            select p.id from person p where p.place = ? and p.frailty >= 6 and p.died_at is null
                and exists (select 1 from journey j where j.place = p.place and j.person = p.id and j.ended_at is null)
            order by p.id limit ?
            """, String.class, key.value(), DECIDED);
        Instant now = time.instant();
        for (int i = 0; i < frail.size(); i++) {
            decide(frail.get(i), i, now.minus(Duration.ofDays(20 + 31L * i)));
        }
    }

    private void decide(String person, int number, Instant at) {
        Actor doctor = new Actor("demo-doctor", "Dr Priya Nair", "ward", "uhb");
        boolean has = number % 3 != 0;
        String by = has ? "the person themselves" : "the ward's team in their best interests";
        PersonEvent decided = new PersonEvent.CareDecided(
                "resuscitation",
                number % 5 == 4 ? "attempt" : "do-not-attempt",
                "",
                by,
                has ? "has" : "lacks",
                "their family",
                LocalDate.ofInstant(at, place.zone()).plusMonths(6));
        desk.tellPerson(person, List.of(decided), at, doctor, "demo-decided/" + person);
        if (number % 4 != 0) {
            Integer version = jdbc.queryForObject(
                    "select version from person where place = ? and id = ?", Integer.class, key.value(), person);
            desk.tellPerson(
                    person,
                    List.of(new PersonEvent.CareDecisionEndorsed(
                            "resuscitation", version == null ? 1 : version, "Dr Owen Hart, consultant")),
                    at.plus(Duration.ofHours(3)),
                    doctor,
                    "demo-endorsed/" + person);
        }
        desk.tellPerson(
                person,
                List.of(new PersonEvent.CareDecided(
                        "hospital", "if-reversible", "", by, has ? "has" : "lacks", "", null)),
                at.plus(Duration.ofDays(1)),
                doctor,
                "demo-hospital/" + person);
    }

    /** Records as other systems would send them: without a number, with a short name, a slip, an old address. */
    private void doubts() {
        List<String> some = jdbc.queryForList(
                "select id from person where place = ? and id like 's0%' order by id limit ?",
                String.class, key.value(), DOUBTFUL);
        for (int i = 0; i < some.size(); i++) {
            String id = "twin-" + some.get(i);
            if (cards.find(id).isEmpty()) {
                PersonCard card = cards.find(some.get(i)).orElseThrow();
                Details like = like(card, i);
                Judgement judgement = matching.judge(Traits.of(like));
                desk.tellPerson(id, List.of(new PersonEvent.PersonRegistered(like)), time.instant(), BY, "demo-" + id);
                matching.file(id, judgement, BY);
            }
        }
    }

    private static Details like(PersonCard c, int number) {
        LocalDate born = c.born() == null || number % 2 == 0
                ? c.born()
                : c.born().plusDays(c.born().getDayOfMonth() < 20 ? 10 : -10);
        return new Details(
                null,
                number == 2 ? c.family() + "e" : c.family(),
                number == 3 ? c.given().substring(0, 1) : c.given(),
                born,
                c.sex(),
                number % 2 == 0 ? "" : c.address(),
                number % 2 == 0 ? "" : c.postcode(),
                "",
                c.locality(),
                "",
                c.language(),
                false,
                "",
                false,
                false,
                0,
                c.residence(),
                true);
    }
}

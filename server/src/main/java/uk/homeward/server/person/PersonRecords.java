package uk.homeward.server.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.place.OrganisationId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Team;
import uk.homeward.journey.place.TeamId;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Journal;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;
import uk.homeward.server.person.PersonRecord.Asked;
import uk.homeward.server.person.PersonRecord.Happened;
import uk.homeward.server.person.PersonRecord.JourneyLine;
import uk.homeward.server.person.PersonRecord.Look;
import uk.homeward.server.person.PersonRecord.StayLine;

/** Reads everything that is known of a person. */
@Repository
public class PersonRecords {

    private static final int LOOKS = 40;

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final PersonCards cards;
    private final SamePerson same;
    private final Journal journal;
    private final Desk desk;
    private final Pathway pathway;
    private final Sentences sentences;
    private final StoryWords story;
    private final SpellSentences hospitals;

    PersonRecords(
            JdbcTemplate jdbc,
            PlaceKey key,
            Place place,
            PersonCards cards,
            SamePerson same,
            Journal journal,
            Desk desk,
            Pathways pathways,
            Sentences sentences,
            StoryWords story) {
        this.story = story;
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.cards = cards;
        this.same = same;
        this.journal = journal;
        this.desk = desk;
        this.pathway = pathways.first();
        this.sentences = sentences;
        this.hospitals = new SpellSentences(place);
    }

    /** The record of a person who exists; throws for others. */
    public PersonRecord get(String id) {
        PersonCard card = cards.find(id)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no person (" + id + "). Maybe: search again"));
        String[] records = same.array(id);
        List<Recorded<PersonEvent>> events = Arrays.stream(records)
                .flatMap(record -> journal.person(record).stream())
                .toList();
        List<JourneyLine> lines = journeys(records);
        Map<String, Journey> read =
                desk.list(lines.stream().map(JourneyLine::id).toList());
        List<Journey> journeys = lines.stream()
                .map(line -> Objects.requireNonNull(read.get(line.id())))
                .toList();
        return new PersonRecord(
                card,
                lines,
                journeys.stream().filter(j -> j.state().isOpen()).findFirst().orElse(null),
                stays(records),
                asked(card, events),
                timeline(events, journeys, records),
                looks(records));
    }

    private List<JourneyLine> journeys(String[] records) {
        return jdbc.query("""
            select id, route, reason, opened_at, state, at, since, ended_at, team, coordinator
            from journey where place = ? and person = any (?) order by ended_at desc nulls first, opened_at desc
            """, (row, n) -> line(row), key.value(), records);
    }

    private JourneyLine line(ResultSet row) throws SQLException {
        String route = row.getString("route");
        return new JourneyLine(
                row.getString("id"),
                pathway.routes().values().stream()
                        .filter(r -> r.id().value().equals(route))
                        .map(Route::title)
                        .findFirst()
                        .orElse(Plain.title(route)),
                row.getString("reason"),
                instant(row, "opened_at"),
                state(row.getString("state")),
                Where.title(pathway, row.getString("at")),
                instant(row, "since"),
                orNull(row, "ended_at"),
                ringWhom(row.getString("coordinator"), row.getString("team")));
    }

    /** The coordinator, and the team's number; either alone where only one is known. */
    private String ringWhom(String coordinator, String team) {
        Optional<Team> known = team.isEmpty() ? Optional.empty() : place.teams().find(TeamId.of(team));
        String number = known.map(t -> t.title() + ", " + t.phone()).orElse("");
        return coordinator.isEmpty() ? number : coordinator + (number.isEmpty() ? "" : " (" + number + ")");
    }

    private static String state(String state) {
        return switch (state) {
            case "REFERRED" -> "Waits to be accepted";
            case "AWAITING_INFORMATION" -> "The sender was asked for more";
            case "WAITING" -> "Ready, waits for";
            case "IN_STEP" -> "Now in";
            case "DECIDING" -> "To be decided";
            case "DECLINED", "WITHDRAWN" -> "Closed";
            default -> "Ended";
        };
    }

    private List<StayLine> stays(String[] records) {
        return jdbc.query(
                """
                select id, site, state, location, arrived_at, admitted_at, discharged_at, expected_at
                from spell where place = ? and person = any (?) order by coalesce(arrived_at, admitted_at) desc
                """,
                (row, n) -> new StayLine(
                        row.getString("id"),
                        hospitals.site(row.getString("site")),
                        Plain.title(row.getString("state")),
                        row.getString("location"),
                        orNull(row, orNull(row, "arrived_at") == null ? "admitted_at" : "arrived_at"),
                        orNull(row, "discharged_at"),
                        orNull(row, "expected_at")),
                key.value(),
                records);
    }

    private List<Asked> asked(PersonCard card, List<Recorded<PersonEvent>> events) {
        Set<String> questions = new LinkedHashSet<>();
        StoryQuestions.list().forEach(q -> questions.add(q.key()));
        card.list(PersonCard.Kind.STORY).forEach(n -> questions.add(n.key()));
        return questions.stream().map(q -> asked(q, card, events)).toList();
    }

    private Asked asked(String question, PersonCard card, List<Recorded<PersonEvent>> events) {
        List<String> said = new ArrayList<>();
        for (Recorded<PersonEvent> r : events) {
            if (r.event() instanceof PersonEvent.StoryAnswered e && e.question().equals(question)) {
                String again = e.repeatReason() == null ? "" : ", asked again because: " + e.repeatReason();
                said.addFirst(story.answer(question, e.answer()) + " (" + Sentences.by(r.by()) + again + ")");
            }
        }
        return new Asked(
                question,
                story.title(question),
                card.find(PersonCard.Kind.STORY, question).orElse(null),
                said.size(),
                said);
    }

    private List<Happened> timeline(List<Recorded<PersonEvent>> events, List<Journey> journeys, String[] records) {
        List<Happened> lines = new ArrayList<>();
        sentences.of(events).forEach(s -> lines.add(new Happened(s, null)));
        journeys.forEach(j -> sentences.of(j).forEach(s -> lines.add(new Happened(s, j.id()))));
        sentences.ofStay(journal.spells(staysOf(records))).forEach(s -> lines.add(new Happened(s, null)));
        lines.sort(Comparator.comparing((Happened h) -> h.sentence().at())
                .thenComparing(h -> h.sentence().sequence())
                .reversed());
        return lines;
    }

    /** The subjects under which hospitals told of this person: a stay's id without the visit's number. */
    private List<String> staysOf(String[] records) {
        return jdbc.queryForList(
                "select distinct regexp_replace(id, '/[^/]*$', '') from spell where place = ? and person = any (?)",
                String.class,
                key.value(),
                records);
    }

    private List<Look> looks(String[] records) {
        return jdbc.query(
                "select at, actor_name, actor_role, organisation, what, reason from look where place = ? and person ="
                        + " any (?) order by at desc, number desc limit " + LOOKS,
                (row, n) -> new Look(
                        instant(row, "at"),
                        row.getString("actor_name"),
                        Role.find(row.getString("actor_role")).map(Role::title).orElse(row.getString("actor_role")),
                        organisation(row.getString("organisation")),
                        row.getString("what"),
                        row.getString("reason")),
                key.value(),
                records);
    }

    private String organisation(String id) {
        return place.organisations().has(OrganisationId.of(id))
                ? place.organisations().get(OrganisationId.of(id)).title()
                : id;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

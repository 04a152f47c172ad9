package uk.homeward.server.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.foresight.opportunity.Review;
import uk.homeward.journey.event.ReviewEvent.Case;
import uk.homeward.journey.journeys.Delay;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.SiteId;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.hospital.StayRef;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.person.Sentences;
import uk.homeward.server.review.CaseNote.Line;
import uk.homeward.server.time.PlaceTime;

/** Tells the story of a case without saying whose it is; that it was read is kept with the person's looks. */
@Component
class CaseNotes {

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final PlaceTime time;
    private final Desk desk;
    private final Pathways pathways;
    private final Sentences sentences;
    private final RecordDoor door;

    CaseNotes(
            JdbcTemplate jdbc,
            PlaceKey key,
            Place place,
            PlaceTime time,
            Desk desk,
            Pathways pathways,
            Sentences sentences,
            RecordDoor door) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.time = time;
        this.desk = desk;
        this.pathways = pathways;
        this.sentences = sentences;
        this.door = door;
    }

    CaseNote of(Review review, Case one, User reader) {
        return switch (one.kind()) {
            case "journey" ->
                desk.find(one.subject())
                        .map(j -> read(review, j.person(), reader, () -> journey(j)))
                        .orElseGet(CaseNotes::gone);
            case "stay" ->
                person(one.subject())
                        .map(p -> read(review, p, reader, () -> stay(one.subject(), p)))
                        .orElseGet(CaseNotes::gone);
            default -> new CaseNote(one.summary().lines().toList(), List.of(), "");
        };
    }

    private CaseNote read(Review review, String person, User reader, Supplier<CaseNote> note) {
        return door.review(reader, person, review.opened().title(), note);
    }

    private static CaseNote gone() {
        return new CaseNote(List.of("This case can no longer be read."), List.of(), "");
    }

    /** The title of the last step in which the person was. */
    String setting(String journey) {
        return desk.find(journey)
                .flatMap(j -> j.stays().stream()
                        .filter(s -> s.startedAt() != null)
                        .reduce((a, b) -> b)
                        .map(s -> j.pathway().get(s.step()).title()))
                .orElse("");
    }

    private Optional<String> person(String stay) {
        return jdbc
                .queryForList("select person from spell where place = ? and id = ?", String.class, key.value(), stay)
                .stream()
                .findFirst();
    }

    private CaseNote journey(Journey journey) {
        List<String> facts = new ArrayList<>(List.of(band(journey.person(), journey.openedAt())));
        journey.attributes().forEach((name, value) -> facts.add(name.replace('-', ' ') + ": " + value));
        List<Line> lines = new ArrayList<>();
        sentences.of(journey).forEach(s -> lines.add(new Line(s.at(), s.what())));
        journey.delays().stream()
                .filter(d -> d.lasted(time.instant()).toHours() >= 1)
                .forEach(d -> lines.add(new Line(d.since(), held(journey, d))));
        lines.sort(Comparator.comparing(Line::at));
        return new CaseNote(facts, lines, "/journeys/" + journey.id());
    }

    private String held(Journey journey, Delay delay) {
        StringBuilder words = new StringBuilder("Ready, and waits ")
                .append(lasting(delay.lasted(time.instant())))
                .append(
                        delay.waitsFor() == null
                                ? " for a decision"
                                : " for "
                                        + journey.pathway()
                                                .get(delay.waitsFor())
                                                .title());
        delay.causes().forEach(c -> words.append("; ").append(cause(c.cause())));
        return words.toString();
    }

    private String cause(String id) {
        return place.delayCauses().stream()
                .filter(c -> c.id().value().equals(id))
                .map(c -> c.title())
                .findFirst()
                .orElse(id.replace('-', ' '));
    }

    private static String lasting(Duration lasted) {
        long hours = lasted.toHours();
        return hours < 48 ? hours + " hours" : hours / 24 + " days";
    }

    private CaseNote stay(String id, String person) {
        List<Line> lines = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        jdbc.query(
                """
                select s.site, s.arrived_at, s.admitted_at, s.discharged_at, f.ready_since, f.hold_up, f.hold_up_since,
                    f.moves, f.night_moves, f.criterion, f.destination_kind, f.first_expected, f.expected
                from spell s left join flow f on f.place = s.place and f.stay = s.id where s.place = ? and s.id = ?
                """,
                row -> {
                    Instant admitted = at(row, "admitted_at");
                    facts.add(band(person, admitted == null ? time.instant() : admitted));
                    stay(row, admitted, facts, lines);
                },
                key.value(),
                id);
        lines.sort(Comparator.comparing(Line::at));
        return new CaseNote(facts, lines, "/stays/" + StayRef.encode(id));
    }

    private void stay(ResultSet row, @Nullable Instant admitted, List<String> facts, List<Line> lines)
            throws SQLException {
        String site = place.sites()
                .find(SiteId.of(row.getString("site")))
                .map(s -> s.title())
                .orElse("hospital");
        add(lines, at(row, "arrived_at"), "Came to " + site);
        add(lines, admitted, "Got a bed");
        add(lines, at(row, "ready_since"), "Ready to leave: no longer meets the criteria to reside");
        String hold = row.getString("hold_up");
        if (hold != null && !hold.isEmpty()) {
            add(lines, at(row, "hold_up_since"), "Held up: " + cause(hold));
        }
        Instant left = at(row, "discharged_at");
        String to = row.getString("destination_kind");
        add(lines, left, to == null || to.isEmpty() ? "Left hospital" : "Left hospital: " + to.replace('-', ' '));
        Instant end = left == null ? time.instant() : left;
        if (admitted != null) {
            facts.add(lasting(Duration.between(admitted, end)) + " in a bed" + (left == null ? " so far" : ""));
        }
        if (row.getInt("moves") > 0) {
            facts.add(row.getInt("moves") + " moves between wards, " + row.getInt("night_moves") + " at night");
        }
    }

    private static void add(List<Line> lines, @Nullable Instant at, String words) {
        if (at != null) {
            lines.add(new Line(at, words));
        }
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** {@code Age 80 to 84, female}. */
    private String band(String person, Instant then) {
        return jdbc
                .query(
                        "select born, sex from person where place = ? and id = ?",
                        (row, n) -> age(row.getObject("born", LocalDate.class), then) + row.getString("sex"),
                        key.value(),
                        person)
                .stream()
                .findFirst()
                .orElse("Age not known");
    }

    private String age(@Nullable LocalDate born, Instant then) {
        if (born == null) {
            return "Age not known, ";
        }
        int years = java.time.Period.between(born, then.atZone(place.zone()).toLocalDate())
                .getYears();
        return years >= 90 ? "Age 90 or over, " : "Age " + years / 5 * 5 + " to " + (years / 5 * 5 + 4) + ", ";
    }

    /** Where else somebody might have been, for those who fill in the form. */
    List<String> settings() {
        List<String> settings = new ArrayList<>(List.of("Own home", "Own home with crisis response"));
        pathways.first().steps().values().stream()
                .filter(s -> !s.occupies().isEmpty())
                .forEach(s -> settings.add(s.title()));
        settings.addAll(List.of("Care home", "Acute bed"));
        return settings.stream().distinct().toList();
    }

    /** What may hold somebody up, as the place names it. */
    List<String> causes() {
        return place.delayCauses().stream().map(c -> c.title()).toList();
    }
}

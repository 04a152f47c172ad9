package uk.homeward.server.journal;

import static uk.homeward.server.journal.Journal.at;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.identity.Keys;
import uk.homeward.journey.identity.Traits;

/** Writes what an event changes in what is known of a person. */
@Component
class PersonProjection {

    static final String INSERT = """
        insert into person (place, id, version, nhs_number, family, given, born, sex, address, postcode, phone,
            locality, practice, language, interpreter, ethnicity, lives_alone, dementia, frailty, residence,
            synthetic, search, match_keys)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as int[]))
        on conflict (place, id) do update set version = excluded.version, nhs_number = excluded.nhs_number,
            family = excluded.family, given = excluded.given, born = excluded.born, sex = excluded.sex,
            address = excluded.address, postcode = excluded.postcode, phone = excluded.phone,
            locality = excluded.locality, practice = excluded.practice, language = excluded.language,
            interpreter = excluded.interpreter, ethnicity = excluded.ethnicity,
            lives_alone = excluded.lives_alone, dementia = excluded.dementia, frailty = excluded.frailty,
            residence = excluded.residence, synthetic = excluded.synthetic, search = excluded.search,
            match_keys = excluded.match_keys
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    PersonProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    void write(Recorded<PersonEvent> r) {
        String id = r.subject().id();
        switch (r.event()) {
            case PersonEvent.PersonRegistered e -> details(id, r.sequence(), e.details());
            case PersonEvent.PersonDetailsChanged e -> details(id, r.sequence(), e.details());
            case PersonEvent.IdentifierLearned e ->
                jdbc.update(
                        "insert into identifier (place, person, system, value) values (?, ?, ?, ?) on conflict do"
                                + " nothing",
                        place.value(),
                        id,
                        e.system(),
                        e.value());
            case PersonEvent.PersonMerged e -> set(id, "merged_into", e.into());
            case PersonEvent.PersonUnmerged e -> set(id, "merged_into", null);
            case PersonEvent.PersonDied e -> set(id, "died_at", at(e.at()));
            case PersonEvent.MattersRecorded e -> set(id, "matters", e.words());
            case PersonEvent.WishRecorded e -> write(note(r));
            case PersonEvent.CarerNamed e -> write(note(r));
            case PersonEvent.CareDecided e -> {} // folded from the events where it is shown
            case PersonEvent.CareDecisionEndorsed e -> {}
            case PersonEvent.CareDecisionEnded e -> {}
            case PersonEvent.CarerSupported e -> {} // told in the history, and counted
            case PersonEvent.ExperienceTold e -> {}
            case PersonEvent.RiskActedOn e -> write(note(r));
            case PersonEvent.AlertRaised e -> write(note(r));
            case PersonEvent.AlertCleared e ->
                jdbc.update(
                        "delete from person_note where place = ? and person = ? and kind = 'ALERT' and key = ?",
                        place.value(),
                        id,
                        e.alert());
            case PersonEvent.StoryAnswered e -> write(note(r));
        }
        if (!(r.event() instanceof PersonEvent.PersonRegistered)) {
            jdbc.update("update person set version = ? where place = ? and id = ?", r.sequence(), place.value(), id);
        }
    }

    private void set(String id, String column, @Nullable Object value) {
        String sql = switch (column) {
            case "merged_into" -> "update person set merged_into = ? where place = ? and id = ?";
            case "died_at" -> "update person set died_at = ? where place = ? and id = ?";
            case "matters" -> "update person set matters = ? where place = ? and id = ?";
            default -> throw new IllegalArgumentException(column);
        };
        jdbc.update(sql, value, place.value(), id);
    }

    /** What is kept of a person besides their details. */
    record Note(
            String person,
            int sequence,
            String kind,
            String key,
            String words,
            String detail,
            String toldBy,
            Instant toldAt) {}

    /** The note that an event leaves; null if it leaves none. */
    static @Nullable Note note(Recorded<PersonEvent> r) {
        return switch (r.event()) {
            case PersonEvent.WishRecorded e -> note(r, "WISH", e.kind(), e.words(), "");
            case PersonEvent.CarerNamed e ->
                note(r, "CARER", e.carer(), e.name(), String.join(" · ", e.relation(), e.phone(), e.note()));
            case PersonEvent.AlertRaised e -> note(r, "ALERT", e.alert(), e.words(), "");
            case PersonEvent.StoryAnswered e -> note(r, "STORY", e.question(), e.answer(), e.sure());
            case PersonEvent.RiskActedOn e -> note(r, "RISK", e.action(), e.words(), r.by().organisation());
            case PersonEvent.PersonRegistered e -> null;
            case PersonEvent.PersonDetailsChanged e -> null;
            case PersonEvent.IdentifierLearned e -> null;
            case PersonEvent.PersonMerged e -> null;
            case PersonEvent.PersonUnmerged e -> null;
            case PersonEvent.PersonDied e -> null;
            case PersonEvent.MattersRecorded e -> null;
            case PersonEvent.AlertCleared e -> null;
            case PersonEvent.CarerSupported e -> null;
            case PersonEvent.ExperienceTold e -> null;
            case PersonEvent.CareDecided e -> null;
            case PersonEvent.CareDecisionEndorsed e -> null;
            case PersonEvent.CareDecisionEnded e -> null;
        };
    }

    private static Note note(Recorded<PersonEvent> r, String kind, String key, String words, String detail) {
        String toldBy = r.by().name() + ", " + r.by().role();
        return new Note(r.subject().id(), r.sequence(), kind, key, words, detail, toldBy, r.occurredAt());
    }

    private void write(@Nullable Note n) {
        if (n == null) {
            return;
        }
        jdbc.update(
                """
                insert into person_note (place, person, sequence, kind, key, words, detail, told_by, told_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (place, person, kind, key) do update set sequence = excluded.sequence,
                    words = excluded.words, detail = excluded.detail, told_by = excluded.told_by,
                    told_at = excluded.told_at
                """,
                place.value(),
                n.person(),
                n.sequence(),
                n.kind(),
                n.key(),
                n.words(),
                n.detail(),
                n.toldBy(),
                at(n.toldAt()));
    }

    private void details(String id, int version, Details d) {
        jdbc.update(INSERT, row(place, id, version, d).toArray());
    }

    static List<Object> row(PlaceKey place, String id, int version, Details d) {
        java.util.ArrayList<Object> row = new java.util.ArrayList<>();
        row.add(place.value());
        row.add(id);
        row.add(version);
        row.add(d.nhsNumber());
        row.addAll(List.of(d.family(), d.given()));
        row.add(d.born());
        row.addAll(List.of(d.sex(), d.address(), d.postcode(), d.phone(), d.locality(), d.practice(), d.language()));
        row.addAll(List.of(d.interpreter(), d.ethnicity(), d.livesAlone(), d.dementia(), d.frailty(), d.residence()));
        row.add(d.synthetic());
        row.add(search(d));
        row.add(keys(d));
        return row;
    }

    /** The keys of {@link Keys} as PostgreSQL writes an array. */
    static String keys(Details d) {
        return Arrays.stream(Keys.of(Traits.of(d)))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** What the search looks through: family and given name in lower case. */
    private static String search(Details d) {
        return (d.given() + " " + d.family()).toLowerCase(Locale.ROOT);
    }
}

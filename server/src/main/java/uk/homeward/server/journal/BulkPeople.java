package uk.homeward.server.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;

/** Writes many people at once, and what is learned of them. */
final class BulkPeople {

    private final PlaceKey place;
    private final JdbcTemplate jdbc;

    BulkPeople(PlaceKey place, JdbcTemplate jdbc) {
        this.place = place;
        this.jdbc = jdbc;
    }

    void register(List<Recorded<PersonEvent>> registrations, BulkJournal.Copy copy) {
        copy.into("""
            person (place, id, version, nhs_number, family, given, born, sex, address, postcode, phone,
                locality, practice, language, interpreter, ethnicity, lives_alone, dementia, frailty, residence,
                synthetic, search, match_keys)
            """, rows -> {
            for (Recorded<PersonEvent> r : registrations) {
                PersonEvent.PersonRegistered e = (PersonEvent.PersonRegistered) r.event();
                PersonProjection.row(place, r.subject().id(), r.sequence(), e.details())
                        .forEach(rows::add);
                rows.end();
            }
        });
    }

    /** What changed in one person. */
    private static final class Change {
        private int version;
        private @Nullable String matters;
        private @Nullable Instant died;
    }

    /** Whether a fact is among those that {@link #learn} can write: the person's details stay as they were registered. */
    static boolean canLearn(Recorded<PersonEvent> fact) {
        return switch (fact.event()) {
            case PersonEvent.MattersRecorded e -> true;
            case PersonEvent.PersonDied e -> true;
            case PersonEvent.WishRecorded e -> true;
            case PersonEvent.CarerNamed e -> true;
            case PersonEvent.CareDecided e -> true;
            case PersonEvent.CareDecisionEndorsed e -> true;
            case PersonEvent.CareDecisionEnded e -> true;
            case PersonEvent.CarerSupported e -> true;
            case PersonEvent.ExperienceTold e -> true;
            case PersonEvent.RiskActedOn e -> true;
            case PersonEvent.AlertRaised e -> true;
            case PersonEvent.StoryAnswered e -> true;
            case PersonEvent.PersonRegistered e -> false;
            case PersonEvent.PersonDetailsChanged e -> false;
            case PersonEvent.IdentifierLearned e -> false;
            case PersonEvent.PersonMerged e -> false;
            case PersonEvent.PersonUnmerged e -> false;
            case PersonEvent.AlertCleared e -> false;
        };
    }

    void learn(List<Recorded<PersonEvent>> facts, BulkJournal.Copy copy) {
        Map<String, Change> changes = new LinkedHashMap<>();
        for (Recorded<PersonEvent> r : facts) {
            Change change = changes.computeIfAbsent(r.subject().id(), id -> new Change());
            change.version = Math.max(change.version, r.sequence());
            switch (r.event()) {
                case PersonEvent.MattersRecorded e -> change.matters = e.words();
                case PersonEvent.PersonDied e -> change.died = e.at();
                default -> {} // its note, if it leaves one, is written below
            }
        }
        notes(facts, copy);
        change(changes, copy);
    }

    private void notes(List<Recorded<PersonEvent>> facts, BulkJournal.Copy copy) {
        Map<List<String>, PersonProjection.Note> last = new LinkedHashMap<>();
        for (Recorded<PersonEvent> r : facts) {
            PersonProjection.Note note = PersonProjection.note(r);
            if (note != null) {
                last.put(List.of(note.person(), note.kind(), note.key()), note);
            }
        }
        copy.into(
                "person_note (place, person, sequence, kind, key, words, detail, told_by, told_at)",
                rows -> last.values()
                        .forEach(n -> rows.add(place.value())
                                .add(n.person())
                                .add(n.sequence())
                                .add(n.kind())
                                .add(n.key())
                                .add(n.words())
                                .add(n.detail())
                                .add(n.toldBy())
                                .add(n.toldAt())
                                .end()));
    }

    private void change(Map<String, Change> changes, BulkJournal.Copy copy) {
        jdbc.execute("create temporary table changed_person"
                + " (id text primary key, version int, matters text, died_at timestamptz) on commit drop");
        copy.into(
                "changed_person (id, version, matters, died_at)",
                rows -> changes.forEach((id, c) ->
                        rows.add(id).add(c.version).add(c.matters).add(c.died).end()));
        jdbc.update("""
            update person p set version = c.version, matters = coalesce(c.matters, p.matters),
                died_at = coalesce(c.died_at, p.died_at)
            from changed_person c where p.place = ? and p.id = c.id
            """, place.value());
        jdbc.execute("drop table changed_person");
    }
}

package uk.homeward.server.journal;

import static uk.homeward.server.journal.Journal.atOrNull;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.spell.Spell;

/** Writes hospital stays as they stand. */
@Component
class SpellProjection {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    SpellProjection(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /**
     * Writes the stays of one person at one organisation.
     *
     * @param subject the subject of their facts
     * @param version the sequence of the last fact
     * @param before the stays as they stood, by place in the list
     * @param after the stays as they stand
     */
    void write(String subject, int version, List<Spell> before, List<Spell> after) {
        List<Spell> gone = new ArrayList<>(before);
        for (int i = 0; i < after.size(); i++) {
            Spell spell = after.get(i);
            if (!gone.remove(spell)) {
                write(id(subject, after, i), version, spell);
            }
        }
        if (after.size() < before.size() || !gone.isEmpty()) {
            forgetOthers(subject, after);
        }
    }

    /** The id of a stay: its subject and the visit's number, or its place where the hospital gave no number. */
    static String id(String subject, List<Spell> spells, int index) {
        String visit = spells.get(index).visit();
        if (!visit.isBlank()) {
            return subject + "/" + visit;
        }
        long unnumbered = spells.subList(0, index).stream()
                .filter(s -> s.visit().isBlank())
                .count();
        return subject + "/-" + (unnumbered + 1);
    }

    private void write(String id, int version, Spell spell) {
        jdbc.update(
                """
                insert into spell (place, id, version, person, site, visit, state, location, arrived_at, admitted_at,
                    discharged_at, expected_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (place, id) do update set version = excluded.version, person = excluded.person,
                    site = excluded.site, state = excluded.state, location = excluded.location,
                    arrived_at = excluded.arrived_at, admitted_at = excluded.admitted_at,
                    discharged_at = excluded.discharged_at, expected_at = excluded.expected_at
                """,
                place.value(),
                id,
                version,
                spell.person(),
                spell.site(),
                spell.visit(),
                spell.state().name(),
                spell.location(),
                atOrNull(spell.arrivedAt()),
                atOrNull(spell.admittedAt()),
                atOrNull(spell.leftAt()),
                atOrNull(spell.expectedAt()));
    }

    /** A fact that was told late can join what looked like two stays. */
    private void forgetOthers(String subject, List<Spell> after) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            ids.add(id(subject, after, i));
        }
        jdbc.update(
                "delete from spell where place = ? and id like ? and not (id = any (?))",
                place.value(),
                subject.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "/%",
                ids.toArray(String[]::new));
    }
}

package uk.homeward.server.journal;

import static uk.homeward.server.journal.Journal.atOrNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.spell.Spell;
import uk.homeward.journey.spell.Spells;

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
        Map<String, Spell> stood = byId(subject, before);
        Map<String, Spell> stands = byId(subject, after);
        stands.forEach((id, spell) -> write(id, version, spell));
        stood.keySet().stream().filter(id -> !stands.containsKey(id)).forEach(this::forget);
    }

    /** The stays of a subject by their ids. */
    static Map<String, Spell> byId(String subject, List<Spell> spells) {
        Map<String, Spell> byId = new LinkedHashMap<>();
        for (int i = 0; i < spells.size(); i++) {
            byId.put(Spells.id(subject, spells, i), spells.get(i));
        }
        return byId;
    }

    private void write(String id, int version, Spell spell) {
        jdbc.update(
                """
                insert into spell (place, id, version, person, site, visit, state, location, arrived_at, admitted_at,
                    discharged_at, expected_at, codes)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (place, id) do update set version = excluded.version, person = excluded.person,
                    site = excluded.site, state = excluded.state, location = excluded.location,
                    arrived_at = excluded.arrived_at, admitted_at = excluded.admitted_at,
                    discharged_at = excluded.discharged_at, expected_at = excluded.expected_at,
                    codes = excluded.codes
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
                atOrNull(spell.expectedAt()),
                String.join(" ", spell.codes()));
    }

    /** A fact that was told late can join what looked like two stays. */
    private void forget(String id) {
        jdbc.update("delete from spell where place = ? and id = ?", place.value(), id);
    }
}

package uk.homeward.insight.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.spell.Spell;
import uk.homeward.journey.spell.Spells;

/** Makes the rows of one person's stays at one organisation. */
final class SpellRows {

    private final Facts facts;

    SpellRows(Facts facts) {
        this.facts = facts;
    }

    /**
     * Adds the stays in place of those that were known.
     *
     * @param subject the subject of the facts
     * @param told all its facts, in the order in which they were told
     */
    void add(String subject, List<Recorded<SpellEvent>> told, PersonFacts person) {
        String part = facts.month(told.getFirst().recordedAt()).substring(0, 4);
        long toldOf = facts.pseudonyms().spell(subject);
        facts.replace(FactTable.SPELLS, part, toldOf);
        facts.replace(FactTable.DIAGNOSES, part, toldOf);
        List<Spell> spells = Spells.of(told);
        for (int i = 0; i < spells.size(); i++) {
            long id = facts.pseudonyms().spell(Spells.id(subject, spells, i));
            facts.add(
                    FactTable.SPELLS,
                    part,
                    row(spells.get(i), person)
                            .put("told_of", toldOf)
                            .put("spell", id)
                            .put("organisation", told.getLast().by().organisation()));
            diagnoses(part, toldOf, id, spells.get(i), person);
        }
    }

    private void diagnoses(String part, long toldOf, long spell, Spell of, PersonFacts person) {
        for (int i = 0; i < of.codes().size(); i++) {
            facts.add(
                    FactTable.DIAGNOSES,
                    part,
                    new FactRow(FactTable.DIAGNOSES)
                            .put("told_of", toldOf)
                            .put("spell", spell)
                            .put("person", facts.pseudonyms().person(person.standsFor()))
                            .put("number", i + 1)
                            .put("code", of.codes().get(i)));
        }
    }

    private FactRow row(Spell spell, PersonFacts person) {
        @Nullable Instant began = spell.arrivedAt() == null ? spell.admittedAt() : spell.arrivedAt();
        @Nullable LocalDate on = began == null ? null : facts.day(began);
        return new FactRow(FactTable.SPELLS)
                .put("person", facts.pseudonyms().person(person.standsFor()))
                .put("site", spell.site())
                .put("ward", spell.location())
                .put("state", spell.state())
                .put("emergency", isEmergency(spell))
                .put("locality", person.locality())
                .put("deprivation", person.deprivation())
                .put("age_band", on == null ? null : person.ageBand(on))
                .put("sex", person.sex())
                .put("ethnicity", person.ethnicity())
                .put("arrived_at", spell.arrivedAt())
                .day("arrived_on", spell.arrivedAt(), facts.zone())
                .hour("arrived_hour", spell.arrivedAt(), facts.zone())
                .put("admitted_at", spell.admittedAt())
                .day("admitted_on", spell.admittedAt(), facts.zone())
                .put("left_at", spell.leftAt())
                .day("left_on", spell.leftAt(), facts.zone())
                .hour("left_hour", spell.leftAt(), facts.zone())
                .day("expected_on", spell.expectedAt(), facts.zone())
                .put("destination", spell.destination())
                .put("diagnosis", spell.codes().isEmpty() ? null : spell.codes().getFirst());
    }

    /** Who arrives before a bed is given came by the emergency door. */
    private static boolean isEmergency(Spell spell) {
        return spell.arrivedAt() != null
                && (spell.admittedAt() == null || spell.arrivedAt().isBefore(spell.admittedAt()));
    }
}

package uk.homeward.server.journal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.spell.Spell;
import uk.homeward.journey.spell.Spells;

/** Reads stays on their way out from the journal. */
@Component
class FlowReading {

    private final Journal journal;
    private final FlowPlace place;

    FlowReading(Journal journal, FlowPlace place) {
        this.journal = journal;
        this.place = place;
    }

    /** The stay as it stands; empty if the hospital told of none. */
    Optional<Flow> find(String stay) {
        return findSpell(stay).map(spell -> Flow.of(stay, spell, place, journal.flow(stay)));
    }

    /** A stay's id is its subject, of an organisation and a person, and the visit. */
    private Optional<Spell> findSpell(String stay) {
        String[] parts = stay.split("/", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        String subject = parts[0] + "/" + parts[1];
        List<Spell> spells = Spells.of(journal.spell(subject));
        for (int i = 0; i < spells.size(); i++) {
            if (Spells.id(subject, spells, i).equals(stay)) {
                return Optional.of(spells.get(i));
            }
        }
        return Optional.empty();
    }
}

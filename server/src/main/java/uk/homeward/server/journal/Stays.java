package uk.homeward.server.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.spell.Spell;
import uk.homeward.journey.spell.Spells;
import uk.homeward.server.time.PlaceTime;

/**
 * The desk for what hospitals tell of stays. The facts of one person at one organisation are one subject, so that a fact
 * without a visit number, or told late, finds the stay to which it belongs.
 */
@Component
public class Stays {

    private final Journal journal;
    private final SpellProjection projection;
    private final PlaceTime time;
    private final Announcer announcer;
    private final FlowDesk flows;
    private final TransactionTemplate transaction;

    Stays(
            Journal journal,
            SpellProjection projection,
            PlaceTime time,
            Announcer announcer,
            FlowDesk flows,
            TransactionTemplate transaction) {
        this.journal = journal;
        this.projection = projection;
        this.time = time;
        this.announcer = announcer;
        this.flows = flows;
        this.transaction = transaction;
    }

    /**
     * One stay with the id under which pages find it.
     *
     * @param id stable for the life of the stay
     */
    public record Stay(String id, Spell spell) {}

    /**
     * Records facts; those that are known already are not recorded again.
     *
     * @param organisation the organisation that tells them
     * @param person the person whom they are about
     * @return the stay that the last fact is about, as it stands now; empty if there were no facts
     */
    public Optional<Stay> tell(
            String organisation, String person, List<SpellEvent> facts, Instant occurredAt, Actor by) {
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        Subject subject = Subject.spell(organisation + "/" + person);
        return Optional.ofNullable(transaction.execute(status -> told(subject, facts, occurredAt, by)));
    }

    /**
     * A stay as it was told so far.
     *
     * @param visit the hospital's number of the stay; blank for the latest that is under way
     */
    public Optional<Spell> find(String organisation, String person, String visit) {
        String subject = Subject.spell(organisation + "/" + person).id();
        return Spells.of(journal.spell(subject)).reversed().stream()
                .filter(stay -> visit.isBlank() ? stay.isOpen() : stay.visit().equals(visit))
                .findFirst();
    }

    private Stay told(Subject subject, List<SpellEvent> facts, Instant occurredAt, Actor by) {
        List<Recorded<SpellEvent>> known = journal.spell(subject.id());
        List<SpellEvent> news = facts.stream()
                .filter(fact -> known.stream()
                        .noneMatch(k -> k.event().equals(fact) && k.occurredAt().equals(occurredAt)))
                .toList();
        List<Spell> before = Spells.of(known);
        if (news.isEmpty()) {
            return stayOf(subject, facts.getLast(), before);
        }
        List<Recorded<SpellEvent>> events = Journal.number(subject, known.size(), occurredAt, time.instant(), by, news);
        journal.append(events, null);
        List<Recorded<SpellEvent>> all = new ArrayList<>(known);
        all.addAll(events);
        List<Spell> after = Spells.of(all);
        projection.write(subject.id(), all.size(), before, after);
        refresh(subject.id(), before, after);
        Stay stay = stayOf(subject, facts.getLast(), after);
        announcer.announce(
                new Changed(subject, stay.spell().person(), stay.spell().ward()));
        return stay;
    }

    /** What staff said of a stay is read anew with what the hospital has told of it. */
    private void refresh(String subject, List<Spell> before, List<Spell> after) {
        Map<String, Spell> stood = SpellProjection.byId(subject, before);
        Map<String, Spell> stands = SpellProjection.byId(subject, after);
        stands.forEach((id, spell) -> {
            @Nullable Spell earlier = stood.get(id);
            if (!spell.equals(earlier)) {
                flows.refresh(id, earlier, spell);
            }
        });
        stood.keySet().stream().filter(id -> !stands.containsKey(id)).forEach(flows::forget);
    }

    private static Stay stayOf(Subject subject, SpellEvent fact, List<Spell> spells) {
        String visit = fact.visit();
        for (int i = spells.size() - 1; i >= 0; i--) {
            if (visit.isBlank() || spells.get(i).visit().equals(visit)) {
                return new Stay(Spells.id(subject.id(), spells, i), spells.get(i));
            }
        }
        throw new IllegalStateException("the fact (" + fact.type() + ") made no stay. Maybe: a fault in Spells");
    }
}

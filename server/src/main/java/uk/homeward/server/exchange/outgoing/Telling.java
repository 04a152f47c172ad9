package uk.homeward.server.exchange.outgoing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.Id;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.Summary;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.SiteId;
import uk.homeward.journey.preferences.Decision;
import uk.homeward.journey.spell.Spell;
import uk.homeward.journey.spell.Spells;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.journal.Journal;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.record.CareDecisions;

/** Gathers what receivers need to know of an event: the person, the stay, what was decided, and what goes on. */
@Component("outgoingTelling")
class Telling {

    private static final int MOST_JOURNEYS = 5;

    private final PersonCards cards;
    private final SamePerson same;
    private final CareDecisions decisions;
    private final Journal journal;
    private final Desk desk;
    private final FlowDesk flows;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;

    Telling(
            PersonCards cards,
            SamePerson same,
            CareDecisions decisions,
            Journal journal,
            Desk desk,
            FlowDesk flows,
            JdbcTemplate jdbc,
            PlaceKey key,
            Place place) {
        this.cards = cards;
        this.same = same;
        this.decisions = decisions;
        this.journal = journal;
        this.desk = desk;
        this.flows = flows;
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
    }

    /** Everything about an event of this person; empty if nobody is known under the id. */
    Optional<Told> about(Recorded<Event> recorded, String person) {
        String standing = same.standing(person);
        return cards.find(standing).map(card -> told(recorded, card));
    }

    private Told told(Recorded<Event> recorded, PersonCard card) {
        @Nullable
        Flow flow = recorded.event() instanceof FlowEvent
                ? flows.find(recorded.subject().id()).orElse(null)
                : null;
        @Nullable
        Spell stay = flow != null
                ? flow.spell()
                : recorded.event() instanceof SpellEvent event ? stay(recorded, event) : null;
        List<Decision> current = decisions.of(card.id()).current();
        return new Told(
                recorded.subject().kind() + "|" + recorded.subject().id() + "|" + recorded.sequence(),
                recorded.occurredAt(),
                recorded.by().organisation(),
                card,
                identifiers(card.id()),
                stay,
                stay == null ? "" : site(stay.site()),
                current,
                decisions.forTransfer(card.id()),
                underWay(card.id()),
                flow == null ? null : summary(recorded, flow));
    }

    private static @Nullable Summary summary(Recorded<Event> recorded, Flow flow) {
        return flow.summaries().stream()
                .filter(summary -> summary.sequence() == recorded.sequence())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Spell stay(Recorded<Event> recorded, SpellEvent event) {
        List<Spell> stays = Spells.of(journal.spell(recorded.subject().id()));
        for (int i = stays.size() - 1; i >= 0; i--) {
            if (event.visit().isBlank() || stays.get(i).visit().equals(event.visit())) {
                return stays.get(i);
            }
        }
        return null;
    }

    private String site(String site) {
        return Id.WORDS.matcher(site).matches()
                ? place.sites().find(new SiteId(site)).map(s -> s.title()).orElse(site)
                : site;
    }

    private List<String[]> identifiers(String person) {
        return jdbc.query(
                "select system, value from identifier where place = ? and person = any (?) order by system, value",
                (row, n) -> new String[] {row.getString(1), row.getString(2)},
                key.value(),
                same.array(person));
    }

    private List<String> underWay(String person) {
        List<String> lines = new ArrayList<>();
        for (String id : jdbc.queryForList(
                "select id from journey where place = ? and person = any (?) and ended_at is null and accepted"
                        + " order by opened_at limit ?",
                String.class,
                key.value(),
                same.array(person),
                MOST_JOURNEYS)) {
            desk.find(id).map(Telling::line).ifPresent(lines::add);
        }
        return lines;
    }

    private static String line(Journey journey) {
        JourneyEvent.@Nullable CoordinatorNamed coordinator = journey.plan().coordinator();
        String step = journey.currentStep().map(s -> ": " + s.title()).orElse("");
        String ring = coordinator == null
                ? ""
                : "; ring " + Objects.requireNonNull(coordinator).name() + " " + coordinator.phone();
        return (journey.pathway().title() + step + ring).strip();
    }
}

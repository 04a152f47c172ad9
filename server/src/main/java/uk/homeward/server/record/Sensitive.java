package uk.homeward.server.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.TrustEvent;
import uk.homeward.server.access.MarkedItems;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.person.Sentences;
import uk.homeward.server.time.PlaceTime;

/** Marks something of a person's record as sensitive, and lifts the mark; each with who, when and why. */
@Component
public class Sensitive {

    private final Ledger ledger;
    private final MarkedItems marks;
    private final PersonFacts facts;
    private final PersonCards cards;
    private final PlaceTime time;

    Sensitive(Ledger ledger, MarkedItems marks, PersonFacts facts, PersonCards cards, PlaceTime time) {
        this.ledger = ledger;
        this.marks = marks;
        this.facts = facts;
        this.cards = cards;
        this.time = time;
    }

    /** What can be marked, as people read it. */
    public record Item(String item, String title) {}

    /** Something that is marked. */
    public record Marked(MarkedItems.Mark mark, String title) {}

    /** A mark that was made or lifted. */
    public record Before(Instant at, String by, boolean lifted, String title, String reason) {}

    /**
     * What a person's page of sensitive items shows.
     *
     * @param before who marked what and who lifted it, the newest first
     */
    public record View(PersonCard card, List<Marked> marked, List<Item> items, List<Before> before) {}

    /** To be called where the record was opened for somebody who sees what is sensitive. */
    View read(String person) {
        PersonCard card = cards.find(person).orElseThrow();
        List<Item> items = items(person, card);
        List<Marked> marked = marks.list(person).stream()
                .map(m -> new Marked(m, title(items, m.item())))
                .toList();
        return new View(card, marked, items, before(person, items));
    }

    private List<Item> items(String person, PersonCard card) {
        List<Item> items = new ArrayList<>();
        card.notes().forEach(n -> items.add(new Item(n.item(), n.title() + ": " + n.shown())));
        facts.of(person)
                .forEach(f -> items.add(
                        new Item(f.reference(), f.kind().title() + ": " + f.title() + " (" + f.source() + ")")));
        return items;
    }

    private static String title(List<Item> items, String item) {
        return items.stream()
                .filter(i -> i.item().equals(item))
                .findFirst()
                .map(Item::title)
                .orElse(item);
    }

    private List<Before> before(String person, List<Item> items) {
        List<Before> before = new ArrayList<>();
        for (Recorded<Event> r : ledger.history(Subject.consent(person)).reversed()) {
            String by = Sentences.by(r.by());
            if (r.event() instanceof TrustEvent.ItemMarkedSensitive(String item, String reason)) {
                before.add(new Before(r.occurredAt(), by, false, title(items, item), reason));
            } else if (r.event() instanceof TrustEvent.SensitiveMarkLifted(String item, String reason)) {
                before.add(new Before(r.occurredAt(), by, true, title(items, item), reason));
            }
        }
        return before;
    }

    /** Marks an item of this person's record. */
    Entry mark(User user, View view, String item, String reason) {
        return tell(user, view.card().id(), before -> {
            if (view.items().stream().noneMatch(i -> i.item().equals(item))) {
                return refused("mark", "no-item", "The record has no (" + item + "). Choose one of its items.");
            }
            if (find(view, item).isPresent()) {
                return refused("mark", "marked-already", "This is marked as sensitive already.");
            }
            return reason.isBlank()
                    ? refused("mark", "no-reason", "Write why this is shown only to those who treat the person.")
                    : Verdict.done(new TrustEvent.ItemMarkedSensitive(item, reason));
        });
    }

    /** Lifts the mark of an item, under whichever of the person's records it was made. */
    Entry lift(User user, View view, String item, String reason) {
        String person = find(view, item)
                .map(MarkedItems.Mark::person)
                .orElse(view.card().id());
        return tell(user, person, before -> {
            if (find(view, item).isEmpty()) {
                return refused("lift", "not-marked", "This is not marked as sensitive by anybody here.");
            }
            return reason.isBlank()
                    ? refused("lift", "no-reason", "Write why everybody who opens the record may see this again.")
                    : Verdict.done(new TrustEvent.SensitiveMarkLifted(item, reason));
        });
    }

    private Entry tell(User user, String person, Ledger.Rules rules) {
        return ledger.tell(Subject.consent(person), time.instant(), user.actor(), null, rules);
    }

    private static java.util.Optional<MarkedItems.Mark> find(View view, String item) {
        return view.marked().stream()
                .map(Marked::mark)
                .filter(m -> m.item().equals(item))
                .findFirst();
    }

    private static Verdict refused(String command, String code, String why) {
        return new Verdict.Refused(new TrustEvent.TrustRefused(command, code, why));
    }
}

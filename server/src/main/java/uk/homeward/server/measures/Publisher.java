package uk.homeward.server.measures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.insight.events.FactStore;
import uk.homeward.insight.events.LookFacts;
import uk.homeward.insight.events.PersonFacts;
import uk.homeward.insight.events.Published;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.server.access.OptedOut;
import uk.homeward.server.journal.EventCodec;
import uk.homeward.server.journal.Following;
import uk.homeward.server.journal.Following.Mark;
import uk.homeward.server.journal.Following.Next;
import uk.homeward.server.journal.PathwayVersions;
import uk.homeward.server.journal.PlaceKey;

/**
 * Publishes the journal: reads on from where the folder ended, folds every journey and stay that something was told about,
 * and puts batch after batch in place. What is cut short goes on at the last whole batch.
 */
public final class Publisher {

    private static final int BATCH = 50_000;
    private static final int SUBJECTS = 2_000;
    private static final int LOOKS_AGAIN = 1_000; // looks that may have been committed after later numbers

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final Following following;
    private final PublishedPeople people;
    private final PlaceFacts facts;
    private final PlaceKey place;
    private final OptedOut.Them leftOut;

    /** Publishes of everybody: for the place's own figures. */
    public Publisher(JdbcTemplate jdbc, EventCodec codec, PlaceFacts facts) {
        this(jdbc, codec, facts, OptedOut.Them.NOBODY);
    }

    /** Publishes nothing that is about one of these people: for whoever else is given the facts. */
    public Publisher(JdbcTemplate jdbc, EventCodec codec, PlaceFacts facts, OptedOut.Them leftOut) {
        this.jdbc = jdbc;
        this.leftOut = leftOut;
        this.reading =
                new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.facts = facts;
        this.place = facts.key();
        this.following = new Following(jdbc, codec, place);
        this.people = new PublishedPeople(jdbc, place, facts.deprivation());
    }

    /**
     * Publishes everything that can be published now.
     *
     * @param since events that were told before this are left out; null for all
     * @param now the moment at which this is how things stand; null for the last event's
     * @param progress told how many events are still to come, after each batch
     * @return how many events were published
     */
    public long publish(FactStore store, @Nullable Instant since, @Nullable Instant now, LongConsumer progress) {
        new PathwayVersions(jdbc, place).load(facts.pathways());
        long published = 0;
        for (int n = BATCH; n == BATCH; published += n) {
            Integer batch = reading.execute(status -> batch(store, since, now));
            n = batch == null ? 0 : batch;
            progress.accept(following.left(Mark.of(store.published().until())));
        }
        return published;
    }

    private int batch(FactStore store, @Nullable Instant since, @Nullable Instant now) {
        Published before = store.published();
        Mark mark = Mark.of(before.until());
        List<Next> events = following.after(mark, BATCH);
        Touched touched = new Touched();
        Instant last = before.asOf();
        for (Next next : events) {
            Recorded<Event> told = next.told();
            boolean wanted = since == null || !told.recordedAt().isBefore(since);
            if (wanted && !leftOut.have(told.subject())) {
                store.event(next.mark().position(), told);
                touched.by(told);
            }
            last = told.recordedAt().isAfter(last) ? told.recordedAt() : last;
        }
        fold(store, touched, now == null ? last : now);
        long looks = looks(store, before.looks());
        Mark to = events.isEmpty() ? mark : events.getLast().mark();
        store.commit(before.after(to.equals(Mark.START) ? "" : to.text(), looks, now == null ? last : now));
        return events.size();
    }

    /** Whom and what a batch of events is about. */
    private static final class Touched {
        private final Set<String> journeys = new HashSet<>();
        private final Set<String> spells = new HashSet<>();
        private final Set<String> discharges = new HashSet<>();
        private final Set<String> people = new HashSet<>();
        private final Set<String> changed =
                new HashSet<>(); // people whose journeys and stays tell of them otherwise now

        void by(Recorded<Event> told) {
            String id = told.subject().id();
            switch (told.event()) {
                case JourneyEvent e -> journeys.add(id);
                case SpellEvent e -> spells.add(id);
                case FlowEvent e -> discharges.add(id);
                case PersonEvent.PersonRegistered e -> people.add(id);
                case PersonEvent.PersonDied e -> people.add(id);
                case PersonEvent.CarerNamed e -> people.add(id);
                case PersonEvent.PersonDetailsChanged e -> changed.add(id);
                case PersonEvent.PersonMerged e -> changed.add(id);
                case PersonEvent.PersonUnmerged e -> changed.addAll(List.of(id, e.from()));
                case Event e -> {} // nothing but the event itself is published
            }
        }
    }

    private void fold(FactStore store, Touched touched, Instant now) {
        touched.people.addAll(touched.changed);
        touched.journeys.addAll(people.journeysOf(touched.changed));
        touched.spells.addAll(people.spellsOf(touched.changed));
        chunks(touched.spells).forEach(ids -> touched.discharges.addAll(following.spokenOf(ids)));
        chunks(touched.people).forEach(ids -> people.find(ids).values().forEach(store::person));
        chunks(touched.journeys).forEach(ids -> journeys(store, ids));
        chunks(touched.spells).forEach(ids -> spells(store, ids));
        chunks(touched.discharges).forEach(ids -> discharges(store, ids, now));
    }

    private void journeys(FactStore store, List<String> ids) {
        List<Journey> journeys = new ArrayList<>();
        List<Instant> openings = new ArrayList<>();
        following.journeys(ids).values().forEach(told -> {
            if (told.getFirst().event() instanceof JourneyEvent.JourneyOpened opened) {
                journeys.add(
                        Journey.of(facts.pathways().get(opened.pathway(), opened.version()), facts.calendar(), told));
                openings.add(told.getFirst().occurredAt());
            }
        });
        Map<String, PersonFacts> who =
                people.find(journeys.stream().map(Journey::person).distinct().toList());
        for (int i = 0; i < journeys.size(); i++) {
            store.journey(
                    journeys.get(i), openings.get(i), known(who, journeys.get(i).person()));
        }
    }

    private void spells(FactStore store, List<String> subjects) {
        Map<String, PersonFacts> who = people.find(
                subjects.stream().map(Publisher::personOf).distinct().toList());
        following
                .spells(subjects)
                .forEach((subject, told) -> store.spells(subject, told, known(who, personOf(subject))));
    }

    private void discharges(FactStore store, List<String> stays, Instant now) {
        List<Flow> flows = following.flows(stays, facts.leaving());
        Map<String, PersonFacts> who = people.find(
                flows.stream().map(f -> f.spell().person()).distinct().toList());
        flows.forEach(f -> store.discharge(f, known(who, f.spell().person()), now));
    }

    /** The person of a subject of stays: {@code organisation/person}. */
    private static String personOf(String subject) {
        return subject.substring(subject.indexOf('/') + 1);
    }

    private static PersonFacts known(Map<String, PersonFacts> people, String id) {
        return people.getOrDefault(id, PersonFacts.unknown(id));
    }

    private long looks(FactStore store, long known) {
        Long last = jdbc.queryForObject(
                "select coalesce(max(number), 0) from look where place = ?", Long.class, place.value());
        if (last == null || last <= known) {
            return known;
        }
        jdbc.query(
                """
                select number, person, at, actor_role, organisation, what, reason <> '' as reason_given from look
                where place = ? and number > ? order by number
                """,
                row -> {
                    if (leftOut.people().contains(row.getString("person"))) {
                        return;
                    }
                    store.look(new LookFacts(
                            row.getLong("number"),
                            row.getString("person"),
                            row.getTimestamp("at").toInstant(),
                            row.getString("actor_role"),
                            row.getString("organisation"),
                            row.getString("what"),
                            row.getBoolean("reason_given")));
                },
                place.value(),
                known - LOOKS_AGAIN);
        return last;
    }

    private static List<List<String>> chunks(Set<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SUBJECTS) {
            chunks.add(all.subList(from, Math.min(all.size(), from + SUBJECTS)));
        }
        return chunks;
    }
}

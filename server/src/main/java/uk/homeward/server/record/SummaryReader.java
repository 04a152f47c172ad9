package uk.homeward.server.record;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.preferences.Decisions;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;
import uk.homeward.server.person.PersonRecord;
import uk.homeward.server.person.PersonRecords;
import uk.homeward.server.record.Fact.Kind;
import uk.homeward.server.record.Summary.Change;
import uk.homeward.server.record.Summary.Clock;
import uk.homeward.server.record.Summary.Contact;
import uk.homeward.server.record.Summary.Source;
import uk.homeward.server.time.PlaceTime;

/** Gathers the summary of a person; runs where the record was opened. */
@Component
class SummaryReader {

    private static final int CONTACTS = 8;
    private static final int RESULTS = 10;
    private static final int CHANGES = 15;
    /** Looks that follow each other more closely are one visit to the record. */
    private static final Duration ONE_VISIT = Duration.ofMinutes(10);

    private final PersonRecords records;
    private final PersonFacts facts;
    private final CareDecisions decisions;
    private final Feeds feeds;
    private final SamePerson same;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;

    SummaryReader(
            PersonRecords records,
            PersonFacts facts,
            CareDecisions decisions,
            Feeds feeds,
            SamePerson same,
            JdbcTemplate jdbc,
            PlaceKey place,
            PlaceTime time) {
        this.records = records;
        this.facts = facts;
        this.decisions = decisions;
        this.feeds = feeds;
        this.same = same;
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
    }

    /** To be called before the record is opened. */
    void prepare(String person) {
        facts.prepare(person);
        feeds.refresh();
    }

    Summary read(String person, User user) {
        PersonRecord record = records.get(person);
        List<Fact> all = facts.of(person);
        Decisions decided = decisions.of(person);
        Instant since = lastLook(person, user);
        return new Summary(
                record,
                decided,
                Resuscitation.contradictions(all, decided),
                Line.active(all, Kind.ALERT),
                Line.active(all, Kind.ALLERGY),
                Line.active(all, Kind.PROBLEM),
                Line.ended(all, Kind.PROBLEM),
                Line.active(all, Kind.MEDICINE),
                contacts(all, record),
                Trend.of(all, RESULTS),
                Line.active(all, Kind.CARER),
                clocks(record.open()),
                sources(all),
                since,
                since == null ? List.of() : changes(all, record, since));
    }

    private static List<Contact> contacts(List<Fact> all, PersonRecord record) {
        Stream<Contact> told = all.stream()
                .filter(f -> f.kind() == Kind.ENCOUNTER)
                .map(f -> new Contact(f.when(), f.title(), f.detail(), f.source()));
        Stream<Contact> stays = record.stays().stream()
                .filter(s -> s.arrivedAt() != null)
                .map(s -> new Contact(
                        java.util.Objects.requireNonNull(s.arrivedAt()),
                        s.leftAt() == null ? "In hospital now" : "Hospital stay",
                        s.hospital() + (s.location() == null ? "" : ", " + s.location()),
                        "Homeward"));
        return Stream.concat(told, stays)
                .sorted(Comparator.comparing(Contact::at).reversed())
                .limit(CONTACTS)
                .toList();
    }

    private List<Clock> clocks(@Nullable Journey open) {
        Instant now = time.instant();
        return open == null
                ? List.of()
                : open.runningClocks().stream()
                        .map(c -> new Clock(
                                Optional.ofNullable(open.pathway().standards().get(c.standard()))
                                        .map(s -> s.title())
                                        .orElse(c.standard().value()),
                                c.deadline(),
                                c.deadline() != null && c.deadline().isBefore(now)))
                        .toList();
    }

    private Map<String, Source> sources(List<Fact> all) {
        Map<String, Source> sources = new TreeMap<>();
        feeds.of(all)
                .forEach((name, f) -> sources.put(name, new Source(name, f.newestHere(), f.lastTold(), f.stale())));
        return sources;
    }

    /** When this user last looked at the record before they opened it now; null if never. */
    private @Nullable Instant lastLook(String person, User user) {
        OffsetDateTime last = jdbc.queryForObject(
                "select max(at) from look where place = ? and person = any (?) and actor_user = ? and at < ?",
                OffsetDateTime.class,
                place.value(),
                same.array(person),
                user.id(),
                time.instant().minus(ONE_VISIT).atOffset(ZoneOffset.UTC));
        return last == null ? null : last.toInstant();
    }

    private static List<Change> changes(List<Fact> all, PersonRecord record, Instant since) {
        List<Change> changes = new ArrayList<>();
        all.stream()
                .filter(f -> f.toldAt().isAfter(since))
                .forEach(f ->
                        changes.add(new Change(f.toldAt(), f.source(), f.kind().title() + ": " + words(f))));
        record.timeline().stream()
                .map(PersonRecord.Happened::sentence)
                .filter(s -> s.told().isAfter(since))
                .forEach(s -> changes.add(new Change(s.told(), s.by(), s.what() + " " + s.detail())));
        changes.sort(Comparator.comparing(Change::told).reversed());
        return changes.size() > CHANGES ? changes.subList(0, CHANGES) : changes;
    }

    private static String words(Fact f) {
        String value = f.kind() == Kind.RESULT ? Trend.text(f) : f.detail();
        return value.isBlank() ? f.title() : f.title() + ", " + value;
    }
}

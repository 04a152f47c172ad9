package uk.homeward.server.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.CareRelationship.Answer;
import uk.homeward.server.access.CareRelationship.InHospital;
import uk.homeward.server.access.CareRelationship.Links;
import uk.homeward.server.access.CareRelationship.OnJourney;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;
import uk.homeward.server.time.PlaceTime;

/**
 * The door to a person's record: it opens to those with a {@link CareRelationship}, and keeps who looked in the same
 * transaction in which the record is read. While it is read, the database shows the rows of that person only
 * ({@link OnePerson}).
 */
@Component
public class RecordDoor {

    private static final String BROKEN = "break-glass";

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;
    private final Looks looks;
    private final OnePerson onePerson;
    private final Pathways pathways;
    private final SamePerson same;
    private final CareRelationship relationship;
    private final TransactionTemplate transaction;
    private final Glass glass;
    private final java.time.ZoneId zone;

    RecordDoor(
            JdbcTemplate jdbc,
            PlaceKey key,
            PlaceTime time,
            Looks looks,
            OnePerson onePerson,
            Pathways pathways,
            SamePerson same,
            Place place,
            TransactionTemplate transaction,
            Glass glass) {
        this.jdbc = jdbc;
        this.place = key;
        this.time = time;
        this.looks = looks;
        this.onePerson = onePerson;
        this.pathways = pathways;
        this.same = same;
        this.relationship = new CareRelationship(place);
        this.transaction = transaction;
        this.glass = glass;
        this.zone = place.zone();
    }

    /** What became of asking. */
    public sealed interface Opened<T> {}

    /**
     * The record was read.
     *
     * @param why why it opened, in plain words
     */
    public record Open<T>(T read, String why) implements Opened<T> {}

    /** It stays closed, and says why; a reason opens it for an hour. */
    public record Closed<T>(Answer.StaysClosed answer) implements Opened<T> {}

    /** There is no such person. */
    public record Nobody<T>() implements Opened<T> {}

    /**
     * Reads something of a person's record; the look and the read are one transaction, so that neither stands alone.
     *
     * @param what what is opened, in plain words, such as {@code record} or {@code plan}
     */
    public <T> Opened<T> open(User user, String person, String what, Supplier<T> read) {
        Opened<T> opened = transaction.execute(status -> {
            Optional<Links> ties = ties(user, person);
            if (ties.isEmpty()) {
                return new Nobody<>();
            }
            return switch (relationship.decide(user, Purpose.now(), ties.get(), time.instant())) {
                case Answer.StaysClosed closed -> new Closed<>(closed);
                case Answer.Opens(String why, boolean caring) -> {
                    looks.keep(user, person, Purpose.with(what), "");
                    boolean sensitive = caring && user.may(Permission.READ_SENSITIVE);
                    yield new Open<>(onePerson.read(person, sensitive, read), why);
                }
            };
        });
        return java.util.Objects.requireNonNull(opened);
    }

    /**
     * Reads what a reviewer of a case sees: something without name, number or address, so that no care relationship is
     * asked for. The look and the read are one transaction.
     *
     * @param review the review's title; kept as the reason
     */
    public <T> T review(User user, String person, String review, Supplier<T> read) {
        if (!user.may(Permission.REVIEW_CASES)) {
            throw NotPermitted.lacks(user, Permission.REVIEW_CASES);
        }
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            looks.keep(user, person, "case without name", "Case review: " + review);
            return read.get();
        }));
    }

    /**
     * Reads something that was sent to the user's organisation, such as a discharge summary: it was addressed to them, so no
     * care relationship is asked for. The look and the read are one transaction.
     */
    public <T> T received(User user, String person, String what, Supplier<T> read) {
        if (!user.may(Permission.READ_SUMMARIES)) {
            throw NotPermitted.lacks(user, Permission.READ_SUMMARIES);
        }
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            looks.keep(user, person, what + ", sent to their organisation", "");
            return onePerson.read(person, false, read);
        }));
    }

    /** True if the record would open; nothing is read or kept. */
    public boolean isOpen(User user, String person) {
        return ties(user, person)
                .map(t -> relationship.decide(user, Purpose.now(), t, time.instant()))
                .filter(a -> a instanceof Answer.Opens)
                .isPresent();
    }

    /** True if what is marked as sensitive would be shown, too: to those who treat the person now; nothing is read or kept. */
    public boolean opensSensitive(User user, String person) {
        return user.may(Permission.READ_SENSITIVE)
                && ties(user, person)
                        .map(t -> relationship.decide(user, Purpose.now(), t, time.instant()))
                        .filter(a -> a instanceof Answer.Opens(String why, boolean caring) && caring)
                        .isPresent();
    }

    /** Keeps the reason for which a user opens a record without a care relationship; it opens for one hour. */
    public void breakGlass(User user, String person, String reason) {
        if (!user.may(Permission.READ_PERSON)) {
            throw NotPermitted.lacks(user, Permission.READ_PERSON);
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a record does not open without a reason");
        }
        transaction.executeWithoutResult(status -> {
            looks.keep(user, person, BROKEN, reason);
            glass.broken(user, person, reason);
        });
    }

    /**
     * Reads everything about a person for that person: what they are entitled to have. The look and the read are one
     * transaction.
     */
    public <T> Optional<T> give(User user, String person, String asked, Supplier<T> read) {
        if (!user.may(Permission.GIVE_ACCESS)) {
            throw NotPermitted.lacks(user, Permission.GIVE_ACCESS);
        }
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            if (ties(user, person).isEmpty()) {
                return Optional.empty();
            }
            looks.keep(user, person, "everything, to give it to the person", asked);
            return Optional.of(onePerson.read(person, true, read));
        }));
    }

    private Optional<Links> ties(User user, String person) {
        return jdbc
                .query(
                        "select locality from person where place = ? and id = ?",
                        (row, n) -> row.getString(1),
                        place.value(),
                        person)
                .stream()
                .findFirst()
                .map(locality -> links(user, locality, same.array(person)));
    }

    /** What ties a person to those who care for them, under whichever of their records. */
    private Links links(User user, String locality, String[] records) {
        return new Links(
                locality,
                journeys(records),
                stays(records),
                reasonGivenAt(user, records),
                caringNowOnly(records),
                agreed(user));
    }

    private boolean caringNowOnly(String[] records) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from consent where place = ? and person = any (?) and sharing = 'CARING_NOW')",
                Boolean.class,
                place.value(),
                records));
    }

    /** An organisation of which nothing was told shares: it is part of the place. */
    private boolean agreed(User user) {
        return Boolean.FALSE.equals(jdbc.queryForObject(
                "select exists (select 1 from sharing_agreement where place = ? and organisation = ?"
                        + " and (ended or until < ?))",
                Boolean.class,
                place.value(),
                user.organisation(),
                time.instant().atZone(zone).toLocalDate()));
    }

    private List<OnJourney> journeys(String[] records) {
        return jdbc.query(
                "select team, at, locality, staff, ended_at from journey where place = ? and person = any (?)"
                        + " order by ended_at desc nulls first",
                (row, n) -> new OnJourney(
                        row.getString(1),
                        carriedBy(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        instant(row.getObject(5, OffsetDateTime.class))),
                place.value(),
                records);
    }

    /** The kind of team that carries a step, or the step that a decision follows. */
    private String carriedBy(String at) {
        Pathway pathway = pathways.having(pathways.first().id(), at);
        for (Step step : pathway.steps().values()) {
            String team = step.team();
            if (team != null
                    && (step.id().value().equals(at) || step.then().name().equals(at))) {
                return team;
            }
        }
        return "";
    }

    private List<InHospital> stays(String[] records) {
        return jdbc.query(
                "select site, discharged_at from spell where place = ? and person = any (?) and state <> 'CANCELLED'",
                (row, n) -> new InHospital(row.getString(1), instant(row.getObject(2, OffsetDateTime.class))),
                place.value(),
                records);
    }

    private @Nullable Instant reasonGivenAt(User user, String[] records) {
        return jdbc
                .query(
                        "select at from look where place = ? and person = any (?) and actor_user = ? and what = ?"
                                + " order by at desc limit 1",
                        (row, n) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        place.value(),
                        records,
                        user.id(),
                        BROKEN)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}

package uk.homeward.server.exchange.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.server.exchange.hl7.adt.Demographics;
import uk.homeward.server.exchange.hl7.adt.Identity;
import uk.homeward.server.exchange.hl7.adt.LocalNumber;
import uk.homeward.server.exchange.hl7.adt.PersonName;
import uk.homeward.server.journal.PlaceKey;

/**
 * Finds the person whom a message names. A local number is enough. An NHS number is not: the date of birth must agree,
 * or where one is unknown the family name, because mistyped and shared numbers are common. Records that were merged lead
 * to the one that stands.
 */
@Component
class PersonFinder {

    private static final int LONGEST_CHAIN = 20;
    private static final String COLUMNS = """
        p.id, p.nhs_number, p.family, p.given, p.born, p.sex, p.address, p.postcode, p.phone, p.locality, p.practice,
        p.language, p.interpreter, p.ethnicity, p.lives_alone, p.dementia, p.frailty, p.residence, p.synthetic,
        p.died_at, p.merged_into
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    PersonFinder(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** A person, and the record into which theirs was merged. */
    private record Row(KnownPerson person, @Nullable String mergedInto) {}

    /** The person with one of these local numbers; the first in the order of the message. */
    Optional<KnownPerson> byLocalNumber(List<LocalNumber> numbers) {
        return numbers.stream()
                .map(this::byLocalNumber)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<KnownPerson> byLocalNumber(LocalNumber number) {
        return jdbc
                .query("select " + COLUMNS + """
                    from identifier i join person p on p.place = i.place and p.id = i.person
                    where i.place = ? and i.system = ? and i.value = ?
                    order by p.merged_into nulls first, p.id limit 1
                    """, PersonFinder::row, place.value(), number.authority(), number.value())
                .stream()
                .findFirst()
                .map(this::standing);
    }

    /** The person under this id; they exist. */
    KnownPerson get(String id) {
        return jdbc.query(
                        "select " + COLUMNS + " from person p where p.place = ? and p.id = ?",
                        PersonFinder::row,
                        place.value(),
                        id)
                .getFirst()
                .person();
    }

    /** The person with this NHS number, if who the message describes can be the same person. */
    Optional<KnownPerson> byNhsNumber(String number, Demographics told) {
        return withNhsNumber(number).stream()
                .filter(person -> agrees(person.details(), told))
                .findFirst();
    }

    /** All records that stand with this NHS number. */
    List<KnownPerson> withNhsNumber(String number) {
        return jdbc
                .query(
                        "select " + COLUMNS
                                + " from person p where p.place = ? and p.nhs_number = ? and p.merged_into is null"
                                + " order by p.id limit 10",
                        PersonFinder::row,
                        place.value(),
                        number)
                .stream()
                .map(Row::person)
                .toList();
    }

    /** The person whom these numbers name, for a record that is to give way: no description to compare. */
    Optional<KnownPerson> givingWay(Identity identity) {
        return byLocalNumber(identity.locals())
                .or(() -> identity.nhsNumber()
                        .map(this::withNhsNumber)
                        .filter(found -> found.size() == 1 && identity.locals().isEmpty())
                        .map(List::getFirst));
    }

    /** Which of these numbers the person is not yet known by. */
    List<LocalNumber> unknown(String person, List<LocalNumber> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<LocalNumber> known = jdbc.query(
                "select value, system from identifier where place = ? and person = ? and value = any (?)",
                (row, n) -> new LocalNumber(row.getString(1), row.getString(2)),
                place.value(),
                person,
                numbers.stream().map(LocalNumber::value).toArray(String[]::new));
        return numbers.stream().filter(number -> !known.contains(number)).toList();
    }

    private static boolean agrees(Details known, Demographics told) {
        @Nullable LocalDate born = told.birthDate().orNull();
        if (known.born() != null && born != null) {
            return known.born().equals(born);
        }
        PersonName name = told.name().orNull();
        return name != null && name.family().equalsIgnoreCase(known.family());
    }

    private KnownPerson standing(Row found) {
        Row row = found;
        for (int i = 0; row.mergedInto() != null && i < LONGEST_CHAIN; i++) {
            row = jdbc.query(
                            "select " + COLUMNS + " from person p where p.place = ? and p.id = ?",
                            PersonFinder::row,
                            place.value(),
                            row.mergedInto())
                    .getFirst();
        }
        return row.person();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Details details = new Details(
                row.getString("nhs_number"),
                row.getString("family"),
                row.getString("given"),
                row.getObject("born", LocalDate.class),
                row.getString("sex"),
                row.getString("address"),
                row.getString("postcode"),
                row.getString("phone"),
                row.getString("locality"),
                row.getString("practice"),
                row.getString("language"),
                row.getBoolean("interpreter"),
                row.getString("ethnicity"),
                row.getBoolean("lives_alone"),
                row.getBoolean("dementia"),
                row.getInt("frailty"),
                row.getString("residence"),
                row.getBoolean("synthetic"));
        OffsetDateTime died = row.getObject("died_at", OffsetDateTime.class);
        KnownPerson person = new KnownPerson(row.getString("id"), details, died == null ? null : died.toInstant());
        return new Row(person, row.getString("merged_into"));
    }
}

package uk.homeward.bench.people;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.identity.Keys;
import uk.homeward.journey.identity.Traits;
import uk.homeward.journey.people.Population;
import uk.homeward.journey.people.SyntheticPerson;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.journey.place.Place;

/** A whole population in the table of people, with keys; nothing else is known of them. */
final class Crowd {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
    private static final int MOST = 650_000;
    private static final int SAMPLED = 50;

    private final Place place;
    private final List<Traits> sample = new ArrayList<>();
    private int number = 400_000_000;

    Crowd(Place place) {
        this.place = place;
    }

    /** Every fiftieth of them, to be typed anew; their ids are their numbers. */
    List<Traits> sample() {
        return sample;
    }

    /** So many people who are not among them. */
    List<Traits> strangers(int count) {
        List<Traits> strangers = new ArrayList<>();
        each(99, count, (t, i) -> strangers.add(t));
        return strangers;
    }

    private void each(long seed, int count, ObjIntConsumer<Traits> to) {
        try (Stream<SyntheticPerson> people = Population.of(place, seed, TODAY).stream(count)) {
            people.forEach(p -> to.accept(traits(p), p.number()));
        }
    }

    private Traits traits(SyntheticPerson p) {
        do {
            number++;
        } while (!NhsNumber.isUsable(number));
        return new Traits(
                NhsNumber.beginningWith(number).value(),
                p.familyName(),
                p.givenName(),
                p.born(),
                p.sex().name().toLowerCase(Locale.ROOT),
                p.address(),
                p.outward(),
                "");
    }

    void fill(DataSource source, JdbcTemplate jdbc, int count) throws Exception {
        jdbc.execute("drop index person_by_name");
        jdbc.execute("drop index person_by_match_keys");
        try (Connection connection = source.getConnection()) {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy person (place, id, version, nhs_number, family, given, born, sex, address, postcode,"
                            + " phone, locality, practice, language, interpreter, ethnicity, lives_alone,"
                            + " dementia, frailty, residence, synthetic, search, match_keys) from stdin");
            for (int from = 0; from < count; from += MOST) {
                each(1 + from / MOST, Math.min(MOST, count - from), (t, i) -> write(copy, t));
            }
            copy.endCopy();
            connection.commit();
        } catch (java.sql.SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("autoCommit")) {
                throw e;
            }
        }
        jdbc.execute("create index person_by_match_keys on person using gin (match_keys)");
        jdbc.execute("analyze person");
    }

    private void write(CopyIn copy, Traits t) {
        if (number % SAMPLED == 0) {
            sample.add(t);
        }
        String keys = Arrays.stream(Keys.of(t)).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
        String row = String.join(
                        "\t",
                        place.id().value(),
                        t.nhsNumber() + "",
                        "1",
                        t.nhsNumber() + "",
                        t.family(),
                        t.given(),
                        t.born() + "",
                        t.sex(),
                        t.address(),
                        t.postcode(),
                        "",
                        "central",
                        "",
                        "",
                        "f",
                        "",
                        "f",
                        "f",
                        "0",
                        "own-home",
                        "t",
                        "",
                        keys)
                + "\n";
        byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package uk.homeward.server.risk;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.insight.risk.Charlson;
import uk.homeward.insight.risk.Diagnosis;
import uk.homeward.insight.risk.FrailtyIndex;
import uk.homeward.insight.risk.HospitalFrailty;
import uk.homeward.insight.risk.Icd10;
import uk.homeward.insight.risk.Lace;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/** One person's risk by each score, with the reasons; read within the record's door. */
@Component
public class PersonsRisk {

    private static final int YEARS = 2;
    private static final int MONTHS_OF_VISITS = 6;

    private final PopulationRisk risk;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final PlaceTime time;
    private final Register register;
    private final Charlson charlson = Charlson.of(Charlson.Coding.QUAN, Charlson.Weighting.CHARLSON);
    private final @Nullable FrailtyIndex index;

    PersonsRisk(
            PopulationRisk risk,
            JdbcTemplate jdbc,
            PlaceKey key,
            Place place,
            PlaceTime time,
            Register register,
            ServerSettings settings) {
        this.risk = risk;
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.time = time;
        this.register = register;
        this.index = index(settings.place().resolve("frailty-index.csv"));
    }

    private static @Nullable FrailtyIndex index(Path codeSets) {
        if (!Files.exists(codeSets)) {
            return null;
        }
        try (Reader reader = Files.newBufferedReader(codeSets)) {
            return FrailtyIndex.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the code sets (" + codeSets + ") cannot be read", e);
        }
    }

    /**
     * Everything the page shows.
     *
     * @param lace of the last stay; null where there was none
     * @param index null where the place has loaded no code sets
     * @param tooYoung true below the age for which the frailty score was made
     */
    public record View(
            String person,
            String name,
            int age,
            boolean tooYoung,
            HospitalFrailty.Result frailty,
            Charlson.Result charlson,
            @Nullable Lace lace,
            @Nullable Instant stayedFrom,
            FrailtyIndex.@Nullable Result index,
            int recordedFrailty,
            List<Diagnosis> diagnoses,
            List<RegisterLine.Action> actions) {

        public View {
            diagnoses = List.copyOf(diagnoses);
            actions = List.copyOf(actions);
        }
    }

    View of(String person) {
        LocalDate today = LocalDate.ofInstant(time.instant(), place.zone());
        List<Diagnosis> history = risk.historyOf(person, today);
        Set<Icd10> codes = history.stream()
                .filter(d -> !d.admitted().isBefore(today.minusYears(YEARS)))
                .map(Diagnosis::code)
                .collect(Collectors.toSet());
        Charlson.Result comorbidity = charlson.score(codes);
        List<Stay> stays = stays(person);
        Optional<Stay> last = stays.stream().max(Comparator.comparing(Stay::from));
        return Objects.requireNonNull(jdbc.queryForObject(
                "select given, family, born, frailty from person where place = ? and id = ?",
                (row, n) -> {
                    @Nullable LocalDate born = row.getObject("born", LocalDate.class);
                    int age = born == null
                            ? 0
                            : Math.max(0, Period.between(born, today).getYears());
                    return new View(
                            person,
                            row.getString("given") + " " + row.getString("family"),
                            age,
                            age < HospitalFrailty.FROM_AGE,
                            HospitalFrailty.published().scoreAt(today, history),
                            comorbidity,
                            last.map(stay -> lace(stay, stays, comorbidity.score()))
                                    .orElse(null),
                            last.map(Stay::from).orElse(null),
                            index == null ? null : index.score(written(codes)),
                            row.getInt("frailty"),
                            history,
                            register.actions(person));
                },
                key.value(),
                person));
    }

    /** Code sets may be written with or without the dot. */
    private static Set<String> written(Set<Icd10> codes) {
        Set<String> all = new HashSet<>();
        codes.forEach(code -> {
            all.add(code.code());
            all.add(code.toString());
            all.add(code.category());
        });
        return all;
    }

    /** A stay or visit: since when, until when, in a bed or not. */
    private record Stay(Instant from, Instant until, boolean inBed, boolean acute) {}

    private List<Stay> stays(String person) {
        Instant now = time.instant();
        return jdbc.query(
                """
                select coalesce(arrived_at, admitted_at) as from_at, discharged_at, admitted_at,
                    admitted_at is null or arrived_at < admitted_at as acute
                from spell where place = ? and person = ? and state <> 'CANCELLED'
                    and coalesce(arrived_at, admitted_at) is not null
                """,
                (row, n) -> {
                    @Nullable OffsetDateTime left = row.getObject("discharged_at", OffsetDateTime.class);
                    return new Stay(
                            row.getObject("from_at", OffsetDateTime.class).toInstant(),
                            left == null ? now : left.toInstant(),
                            row.getObject("admitted_at", OffsetDateTime.class) != null,
                            row.getBoolean("acute"));
                },
                key.value(),
                person);
    }

    private Lace lace(Stay stay, List<Stay> all, int comorbidity) {
        LocalDate from = LocalDate.ofInstant(stay.from(), place.zone());
        LocalDate until = LocalDate.ofInstant(stay.until(), place.zone());
        Instant since =
                from.minusMonths(MONTHS_OF_VISITS).atStartOfDay(place.zone()).toInstant();
        long visits = all.stream()
                .filter(s ->
                        s.acute() && s.from().isBefore(stay.from()) && !s.from().isBefore(since))
                .count();
        int days = stay.inBed() ? (int) ChronoUnit.DAYS.between(from, until) : 0;
        return new Lace(days, stay.acute(), comorbidity, (int) visits);
    }
}

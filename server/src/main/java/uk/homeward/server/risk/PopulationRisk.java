package uk.homeward.server.risk;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.homeward.insight.events.Deprivation;
import uk.homeward.insight.risk.Charlson;
import uk.homeward.insight.risk.Diagnosis;
import uk.homeward.insight.risk.HospitalFrailty;
import uk.homeward.insight.risk.Icd10;
import uk.homeward.insight.risk.PersonHistory;
import uk.homeward.insight.risk.Reason;
import uk.homeward.insight.risk.RiskPyramid;
import uk.homeward.insight.risk.RiskPyramid.Tier;
import uk.homeward.insight.risk.RiskSettings;
import uk.homeward.insight.risk.Segments;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Announcement;

/**
 * Scores everybody from coded history every few hours and keeps the scores in memory: they follow from what is kept. Nobody
 * waits for it but the first who asks: while new scores are computed the last ones, with their time, are shown. In the demo,
 * people who are made up have a history that is made up from who they are.
 */
@Component
class PopulationRisk {

    private static final Duration FRESH = Duration.ofHours(6);
    /** Scores are computed anew before that if so many more or fewer people are there. */
    private static final double OTHERS = 0.05;

    private static final int YEARS = 2;
    private static final int OUTCOME_DAYS = 90;
    private static final int REASONS = 4;

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final PlaceTime time;
    private final CodedHistory history;
    private final RiskSettings settings;
    private final Deprivation deprivation;
    private final boolean demo;
    private final Announcement announcement;
    private final Charlson charlson = Charlson.of(Charlson.Coding.QUAN, Charlson.Weighting.CHARLSON);
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Scored last;

    PopulationRisk(
            JdbcTemplate jdbc,
            PlaceKey key,
            Place place,
            PlaceTime time,
            CodedHistory history,
            ServerSettings server,
            Announcement announcement) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.time = time;
        this.history = history;
        this.settings = RiskSettings.read(server.place().resolve("risk.yaml"));
        this.deprivation = Deprivation.load(server.place());
        this.demo = server.isDemo();
        this.announcement = announcement;
    }

    /**
     * Everybody's risk at a moment.
     *
     * @param told how many people the place had then, with those who are not scored
     * @param coded how many have any coded history
     */
    record Scored(Instant at, List<AtRisk> people, RiskPyramid pyramid, int coded, long told) {

        Scored {
            people = List.copyOf(people);
        }
    }

    List<Segments.Segment> segments() {
        return settings.segments().list();
    }

    /** The last scores; whoever asks first waits for them. */
    Scored scored() {
        Scored known = last;
        return known == null ? first() : known;
    }

    private synchronized Scored first() {
        Scored known = last;
        return known == null ? renew() : known;
    }

    private synchronized Scored renew() {
        Scored made = compute(time.instant());
        last = made;
        return made;
    }

    /** Forgets the scores, because the history changed. */
    void forget() {
        last = null;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void refresh() {
        Scored known = last;
        boolean filling = announcement.words() != null;
        if (!filling && (known == null || isOld(known)) && busy.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("population-risk").start(() -> {
                try {
                    renew();
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private boolean isOld(Scored known) {
        Long now = jdbc.queryForObject("select count(*) from person where place = ?", Long.class, key.value());
        double change = Math.abs((now == null ? 0 : now) - known.told()) / (double) Math.max(1, known.told());
        return change > OTHERS || Duration.between(known.at(), time.instant()).compareTo(FRESH) > 0;
    }

    /** A person while they are scored. */
    private record Somebody(
            String id,
            LocalDate born,
            String sex,
            String locality,
            String practice,
            String ethnicity,
            String postcode,
            List<Diagnosis> diagnoses) {}

    private Scored compute(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, place.zone());
        Long told = jdbc.queryForObject("select count(*) from person where place = ?", Long.class, key.value());
        Map<String, List<Diagnosis>> coded = history.since(today.minusYears(YEARS + 1));
        List<Somebody> people = people(coded, today);
        if (people.isEmpty()) {
            return new Scored(now, List.of(), RiskPyramid.of(new int[] {0}, settings.shares()), 0, 0);
        }
        RiskPyramid pyramid = pyramid(people, today);
        RiskPyramid before = pyramid(people, today.minusYears(1));
        Set<String> came = came(now);
        List<AtRisk> all = new ArrayList<>(people.size());
        for (Somebody p : people) {
            all.add(atRisk(p, today, pyramid, before, came.contains(p.id())));
        }
        int withCodes =
                (int) people.stream().filter(p -> !p.diagnoses().isEmpty()).count();
        return new Scored(now, all, pyramid, withCodes, told == null ? 0 : told);
    }

    private RiskPyramid pyramid(List<Somebody> people, LocalDate on) {
        return RiskPyramid.of(people.stream().mapToInt(p -> tenths(p, on)).toArray(), settings.shares());
    }

    private static int tenths(Somebody person, LocalDate on) {
        return HospitalFrailty.published().tenthsAt(on, person.diagnoses());
    }

    private AtRisk atRisk(Somebody p, LocalDate today, RiskPyramid pyramid, RiskPyramid before, boolean came) {
        int score = tenths(p, today);
        Tier tier = pyramid.tier(score);
        Set<Icd10> codes = p.diagnoses().stream()
                .filter(d -> !d.admitted().isBefore(today.minusYears(YEARS)))
                .map(Diagnosis::code)
                .collect(Collectors.toSet());
        int age = Math.max(0, Period.between(p.born(), today).getYears());
        Segments.Assigned segment = settings.segments().assign(new PersonHistory(age, codes, Set.of(), score));
        String why = tier == Tier.LOW ? "" : why(p, today);
        int fifth = deprivation.fifth(p.postcode());
        return new AtRisk(
                p.id(),
                p.locality(),
                p.practice(),
                age < 65 ? "under 65" : age < 75 ? "65-74" : age < 85 ? "75-84" : "85 and over",
                p.sex(),
                p.ethnicity().isBlank() ? "not known" : p.ethnicity(),
                fifth == 0
                        ? "not known"
                        : fifth == 1 ? "1 most deprived" : fifth == 5 ? "5 least deprived" : "" + fifth,
                score,
                charlson.score(codes).score(),
                segment.segment().id(),
                tier,
                before.tier(tenths(p, today.minusYears(1))),
                why,
                came,
                tenths(p, today.minusDays(OUTCOME_DAYS)));
    }

    private static String why(Somebody person, LocalDate today) {
        return HospitalFrailty.published().scoreAt(today, person.diagnoses()).why().stream()
                .limit(REASONS)
                .map(Reason::words)
                .collect(Collectors.joining("; "));
    }

    /** Adults who are alive and stand for themselves. */
    private List<Somebody> people(Map<String, List<Diagnosis>> coded, LocalDate today) {
        List<Somebody> all = new ArrayList<>();
        jdbc.query(
                """
                select id, born, sex, locality, practice, ethnicity, postcode, frailty, dementia, synthetic from person
                where place = ? and died_at is null and merged_into is null and born is not null and born <= ?
                """,
                row -> {
                    all.add(somebody(row, coded, today));
                },
                key.value(),
                today.minusYears(18));
        return all;
    }

    private Somebody somebody(ResultSet row, Map<String, List<Diagnosis>> coded, LocalDate today) throws SQLException {
        String id = row.getString("id");
        List<Diagnosis> diagnoses = new ArrayList<>(coded.getOrDefault(id, List.of()));
        if (demo && row.getBoolean("synthetic")) {
            diagnoses.addAll(MadeUpHistory.of(id, row.getInt("frailty"), row.getBoolean("dementia"), today));
        }
        Date born = row.getDate("born");
        String sex = row.getString("sex");
        return new Somebody(
                id,
                born.toLocalDate(),
                sex == null ? "not known" : sex,
                row.getString("locality"),
                row.getString("practice"),
                row.getString("ethnicity"),
                row.getString("postcode"),
                List.copyOf(diagnoses));
    }

    /** The coded history of one person, the newest first. */
    List<Diagnosis> historyOf(String person, LocalDate today) {
        List<Diagnosis> all = new ArrayList<>(history.since(today.minusYears(YEARS + 1), person));
        if (demo) {
            jdbc.query(
                    "select frailty, dementia from person where place = ? and id = ? and synthetic",
                    row -> {
                        all.addAll(MadeUpHistory.of(person, row.getInt("frailty"), row.getBoolean("dementia"), today));
                    },
                    key.value(),
                    person);
        }
        return all.stream()
                .sorted(Comparator.comparing(Diagnosis::admitted).reversed())
                .toList();
    }

    /** Who came to a hospital as an emergency lately. */
    private Set<String> came(Instant now) {
        return new HashSet<>(jdbc.queryForList(
                """
                select distinct person from spell
                where place = ? and state <> 'CANCELLED' and arrived_at >= ?
                """,
                String.class,
                key.value(),
                now.minus(Duration.ofDays(OUTCOME_DAYS)).atOffset(java.time.ZoneOffset.UTC)));
    }

    /** How many people of each tier there are. */
    static Map<Tier, Long> tiers(List<AtRisk> people) {
        Map<Tier, Long> tiers = new HashMap<>();
        people.forEach(p -> tiers.merge(p.tier(), 1L, Long::sum));
        return tiers;
    }
}

package uk.homeward.bench.measures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.insight.events.Published;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureBook;
import uk.homeward.insight.measures.MeasureEngine;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.measures.PlaceTables;
import uk.homeward.insight.measures.Request;
import uk.homeward.journey.place.Place;

/**
 * All shipped measures by locality and month over ten years of a whole place:
 * {@code bench/run measures [FOLDER] [EVENTS]}. One year is played and published as a journal would be; the other nine are
 * copies of it, of other people, each a year later, and more of them until there are enough events. The folder keeps the
 * history for the next time.
 */
public final class MeasuresBench {

    private static final double HOURS_OF_A_YEAR = 24 * 365.25;
    private static final int DAYS_AGAIN = 120;

    private MeasuresBench() {}

    /** One measure and how long it took. */
    private record Took(String id, double seconds, int rows) {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("homeward.root")));
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("homeward-bench");
        long events = args.length > 1 ? Long.parseLong(args[1]) : 20_000_000;
        Path placeFolder = root.resolve("places/birmingham-solihull");
        Place place = Place.load(placeFolder);
        Scenario scenario = Scenario.load(root.resolve("docs/examples/scenarios/as-today.yaml"))
                .lasting(HOURS_OF_A_YEAR);
        if (FactFolder.open(folder).published().isEmpty()) {
            long begun = System.nanoTime();
            long written = new TenYears(folder, place, scenario).write();
            System.out.printf("played and published %,d events in %.0f s%n", written, seconds(begun));
        }
        if (Copies.events(FactFolder.open(folder)) < events) {
            TenYears.fill(folder, place, scenario, events, days(folder, scenario));
        }
        PlaceTables tables = PlaceTables.of(place, placeFolder);
        List<Measure> measures =
                MeasureBook.load(placeFolder.resolve("measures")).measures();
        cold(folder, tables, measures);
        refresh(folder, place, scenario, tables, measures);
        BesidePostgres.run(folder, tables, measures);
    }

    /** How many days the play lasted. */
    private static int days(Path folder, Scenario scenario) {
        Published played = FactFolder.open(folder).published().orElseThrow();
        LocalDate last = played.asOf().atZone(played.zone()).toLocalDate();
        return (int) ChronoUnit.DAYS.between(scenario.start().toLocalDate(), last);
    }

    /** Everything in a process and a database that have just started. */
    private static void cold(Path folder, PlaceTables tables, List<Measure> measures) throws SQLException {
        long events = Copies.events(FactFolder.open(folder));
        long begun = System.nanoTime();
        List<Took> took = new ArrayList<>();
        try (MeasureEngine engine = MeasureEngine.open(FactFolder.open(folder), tables)) {
            System.out.printf("%,d events, %s to %s%n", events, engine.firstDay(), engine.today());
            for (Measure measure : measures) {
                took.add(took(engine, measure, null));
            }
        }
        System.out.printf(
                "%d measures by locality and month, cold: %.2f s; %d with data%n",
                measures.size(),
                seconds(begun),
                took.stream().filter(t -> t.rows() > 0).count());
        took.stream()
                .sorted(Comparator.comparingDouble(Took::seconds).reversed())
                .limit(8)
                .forEach(t -> System.out.printf("  %-28s %.2f s, %,d rows%n", t.id(), t.seconds(), t.rows()));
    }

    private static Took took(MeasureEngine engine, Measure measure, @org.jspecify.annotations.Nullable LocalDate from) {
        long begun = System.nanoTime();
        String by = measure.splits().contains("locality") ? "locality" : null;
        MeasureResult result = engine.run(measure, new Request(Grain.MONTH, by, from, null));
        return new Took(measure.id(), seconds(begun), result.rows().size());
    }

    /** One more day is published, and what it can change is computed again. */
    private static void refresh(
            Path folder, Place place, Scenario scenario, PlaceTables tables, List<Measure> measures) {
        try (MeasureEngine engine = MeasureEngine.open(FactFolder.open(folder), tables)) {
            Instant next = engine.published().asOf().plus(1, ChronoUnit.DAYS);
            long begun = System.nanoTime();
            long events = TenYears.day(folder, place, scenario, next);
            double publishing = seconds(begun);
            begun = System.nanoTime();
            engine.refresh();
            LocalDate from = Grain.MONTH.start(engine.today().minusDays(DAYS_AGAIN));
            for (Measure measure : measures) {
                boolean stays = measure.sql().contains("spells");
                took(engine, measure, stays ? null : from);
            }
            System.out.printf(
                    "a day more: %,d events published in %.2f s (with their simulation), measures refreshed in %.2f"
                            + " s%n",
                    events, publishing, seconds(begun));
        }
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}

package uk.homeward.server.measures;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.insight.events.Published;
import uk.homeward.insight.measures.BrokenMeasure;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureBook;
import uk.homeward.insight.measures.MeasureEngine;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.measures.PlaceTables;
import uk.homeward.insight.measures.Quarantined;
import uk.homeward.insight.measures.Request;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;

/**
 * The results of every measure, computed anew after each publication and kept until the next: pages only read them. Of what
 * was asked for lately, all is kept fresh; what nobody has asked for is computed when somebody does.
 */
@Component
class Shelf {

    private static final int DAYS_FOR_MONTHS = 420;
    private static final int DAYS_THAT_CHANGE_BY_THEMSELVES =
            120; // clocks run out and checks fall due without an event
    private static final int MOST = 600;

    private final Path placeFolder;
    private final PlaceTables tables;
    private final Map<Asked, MeasureResult> results = new ConcurrentHashMap<>();
    private final CountingDay counting;
    private final Object engineLock = new Object();
    private volatile MeasureBook book;
    private volatile List<Quarantined> broken = List.of();
    private volatile @Nullable Published published;
    private volatile Grain usual = Grain.WEEK;
    private @Nullable MeasureEngine engine;
    private @Nullable LocalDate countedFrom;

    /** One question: a measure, by a split, in periods. */
    private record Asked(String id, @Nullable String by, Grain grain) {}

    Shelf(ServerSettings settings, Place place, CountingDay counting) {
        this.counting = counting;
        this.placeFolder = settings.place();
        this.tables = PlaceTables.of(place, placeFolder);
        this.book = MeasureBook.load(placeFolder.resolve("measures"));
    }

    /** How far the facts are; empty before the first publication. */
    Optional<Published> published() {
        return Optional.ofNullable(published);
    }

    List<Measure> measures() {
        List<String> out = broken.stream().map(Quarantined::file).toList();
        return book.measures().stream().filter(m -> !out.contains(m.file())).toList();
    }

    Optional<Measure> find(String id) {
        return measures().stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** Measures that are left out, with the reason. */
    List<Quarantined> quarantined() {
        List<Quarantined> all = new ArrayList<>(book.quarantined());
        all.addAll(broken);
        return all;
    }

    /** Weeks until there is more than a year of facts, then months. */
    Grain usualGrain() {
        return usual;
    }

    /** The result of a measure; empty before the first publication. */
    Optional<MeasureResult> result(Measure measure, @Nullable String by, Grain grain) {
        Asked asked = new Asked(measure.id(), by, grain);
        MeasureResult known = results.get(asked);
        if (known != null || published == null) {
            return Optional.ofNullable(known);
        }
        synchronized (engineLock) {
            return engine == null ? Optional.empty() : Optional.of(run(engine, measure, asked));
        }
    }

    private MeasureResult run(MeasureEngine from, Measure measure, Asked asked) {
        MeasureResult result = from.run(measure, new Request(asked.grain(), asked.by(), null, null));
        if (results.size() < MOST) {
            results.put(asked, result);
        }
        return result;
    }

    /** A result that is not kept: other days, or a period that nobody looks at often. */
    Optional<MeasureResult> ask(Measure measure, Request request) {
        synchronized (engineLock) {
            return engine == null ? Optional.empty() : Optional.of(engine.run(measure, request));
        }
    }

    /**
     * Computes everything that can have changed since the last time.
     *
     * @param touched the first day whose facts were published anew; null where none were
     */
    void renew(FactFolder folder, @Nullable LocalDate touched) {
        synchronized (engineLock) {
            MeasureEngine open = open(folder);
            LocalDate today = open.today();
            LocalDate from = today.minusDays(DAYS_THAT_CHANGE_BY_THEMSELVES);
            LocalDate since = touched == null || touched.isAfter(from) ? from : touched;
            if (!Objects.equals(countedFrom, open.countingFrom())) {
                countedFrom = open.countingFrom();
                results.clear(); // every period may have changed
            }
            List<Quarantined> faulty = new ArrayList<>();
            Map<Asked, MeasureResult> fresh = new LinkedHashMap<>();
            usual = ChronoUnit.DAYS.between(open.firstDay(), today) > DAYS_FOR_MONTHS ? Grain.MONTH : Grain.WEEK;
            for (Measure measure : book.measures()) {
                try {
                    renew(open, measure, since, fresh);
                } catch (BrokenMeasure e) {
                    faulty.add(new Quarantined(measure.file(), List.of(e.fault())));
                }
            }
            results.clear();
            results.putAll(fresh);
            broken = List.copyOf(faulty);
            published = open.published();
        }
    }

    private void renew(MeasureEngine open, Measure measure, LocalDate since, Map<Asked, MeasureResult> fresh) {
        List<Asked> asked = new ArrayList<>(results.keySet().stream()
                .filter(a -> a.id().equals(measure.id()))
                .toList());
        asked.add(new Asked(measure.id(), null, usual));
        if (measure.splits().contains("locality")) {
            asked.add(new Asked(measure.id(), "locality", usual));
        }
        for (Asked a : asked.stream().distinct().toList()) {
            MeasureResult known = results.get(a);
            if (known == null || readsStays(measure)) {
                fresh.put(a, open.run(measure, new Request(a.grain(), a.by(), null, null)));
            } else {
                LocalDate from = a.grain().start(since);
                MeasureResult newer = open.run(measure, new Request(a.grain(), a.by(), from, null));
                fresh.put(a, known.renewed(newer, from));
            }
        }
    }

    /** A fact about a stay can change any earlier stay of the same person, so that only all of them are safe to count. */
    private static boolean readsStays(Measure measure) {
        return measure.sql().contains("spells");
    }

    private MeasureEngine open(FactFolder folder) {
        MeasureEngine known = engine;
        if (known == null) {
            known = MeasureEngine.open(folder, tables);
            engine = known;
        }
        known.countFrom(counting.find().orElse(null)); // looks at the folder again
        return known;
    }
}

package uk.homeward.server.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.Subject.Kind;
import uk.homeward.journey.programme.BaselineFigure;
import uk.homeward.journey.programme.Cycle;
import uk.homeward.journey.programme.Maturity;
import uk.homeward.journey.programme.Programmes;
import uk.homeward.journey.programme.Risk;
import uk.homeward.journey.programme.WinterState;

/** What was told of the change, folded as it stood at the end of a day. */
public final class ChangeBook {

    /** The kinds of subject that the change is told in. */
    static final List<Kind> KINDS =
            List.of(Kind.PROGRAMME, Kind.RISK, Kind.CYCLE, Kind.MATURITY, Kind.WINTER, Kind.BASELINE);

    private final Function<Kind, List<Recorded<Event>>> all;
    private final ZoneId zone;
    private final Supplier<Instant> now;

    /**
     * Over a journal.
     *
     * @param all gives everything that was told of all subjects of one kind, each subject's facts in their order
     */
    public ChangeBook(Function<Kind, List<Recorded<Event>>> all, ZoneId zone, Supplier<Instant> now) {
        this.all = all;
        this.zone = zone;
        this.now = now;
    }

    /** Today, in the place's time. */
    public LocalDate today() {
        return now.get().atZone(zone).toLocalDate();
    }

    /** The day that an address or option asks for. */
    public AsOf asOf(String text) {
        return AsOf.of(text, today());
    }

    ZoneId zone() {
        return zone;
    }

    Programmes programmes(AsOf asOf) {
        return Programmes.of(told(Kind.PROGRAMME, asOf));
    }

    /** Every risk, open or closed. */
    public List<Risk> risks(AsOf asOf) {
        List<Risk> risks = new ArrayList<>();
        apart(Kind.RISK, asOf).forEach((id, events) -> risks.add(Risk.of(id, events)));
        return risks.stream().filter(Risk::isKnown).toList();
    }

    Optional<Risk> risk(String id, AsOf asOf) {
        return Optional.of(Risk.of(id, told(new Subject(Kind.RISK, id), asOf))).filter(Risk::isKnown);
    }

    List<Cycle> cycles(AsOf asOf) {
        List<Cycle> cycles = new ArrayList<>();
        apart(Kind.CYCLE, asOf).forEach((id, events) -> cycles.add(Cycle.of(id, events)));
        return cycles.stream().filter(Cycle::isKnown).toList();
    }

    Optional<Cycle> cycle(String id, AsOf asOf) {
        return Optional.of(Cycle.of(id, told(new Subject(Kind.CYCLE, id), asOf)))
                .filter(Cycle::isKnown);
    }

    /** By locality; localities of which nothing was told are left out. */
    Map<String, Maturity> maturity(AsOf asOf) {
        Map<String, Maturity> all = new LinkedHashMap<>();
        apart(Kind.MATURITY, asOf).forEach((id, events) -> all.put(id, Maturity.of(id, events)));
        return all;
    }

    /** By action; actions of which nothing was told are left out. */
    Map<String, WinterState> winter(AsOf asOf) {
        Map<String, WinterState> all = new LinkedHashMap<>();
        apart(Kind.WINTER, asOf).forEach((id, events) -> all.put(id, WinterState.of(events)));
        return all;
    }

    List<BaselineFigure> baselines(AsOf asOf) {
        List<BaselineFigure> all = new ArrayList<>();
        apart(Kind.BASELINE, asOf).forEach((id, events) -> all.add(BaselineFigure.of(id, events)));
        return all.stream().filter(BaselineFigure::isKnown).toList();
    }

    /** What was told of one subject until the end of the day, in its order. */
    List<Recorded<Event>> told(Subject subject, AsOf asOf) {
        return told(subject.kind(), asOf).stream()
                .filter(r -> r.subject().equals(subject))
                .toList();
    }

    /** Everything that was told after the end of one day and until that of another, the last first. */
    List<Recorded<Event>> between(LocalDate since, AsOf asOf) {
        Instant from = AsOf.today(since).end(zone);
        return KINDS.stream()
                .flatMap(kind -> told(kind, asOf).stream())
                .filter(r -> !r.occurredAt().isBefore(from))
                .sorted(Comparator.comparing((Recorded<Event> r) -> r.occurredAt())
                        .thenComparing(Recorded::sequence)
                        .reversed())
                .toList();
    }

    private List<Recorded<Event>> told(Kind kind, AsOf asOf) {
        return until(all.apply(kind), asOf);
    }

    private Map<String, List<Recorded<Event>>> apart(Kind kind, AsOf asOf) {
        Map<String, List<Recorded<Event>>> apart = new LinkedHashMap<>();
        told(kind, asOf)
                .forEach(r -> apart.computeIfAbsent(r.subject().id(), id -> new ArrayList<>())
                        .add(r));
        return apart;
    }

    private List<Recorded<Event>> until(List<Recorded<Event>> told, AsOf asOf) {
        Instant end = asOf.end(zone);
        return told.stream().filter(r -> r.occurredAt().isBefore(end)).toList();
    }
}

package uk.homeward.journey.flow;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.homeward.journey.event.FlowEvent.DestinationKind;
import uk.homeward.journey.place.Catalogue;
import uk.homeward.journey.place.CauseId;
import uk.homeward.journey.place.DelayCause;

/**
 * The daily discharge return of one organisation. Whoever left acute care alive on the day no longer met the criteria to
 * reside; whoever is ready and still there when the day ends remains. So no longer meeting is always left and remaining together.
 */
public final class Sitrep {

    public static final String NO_LONGER = "Number of patients who no longer meet the criteria to reside";
    public static final String DISCHARGED = "Number of patients discharged";
    public static final String REMAINING =
            "Number of patients remaining in hospital who no longer meet the criteria to reside";
    /** What counts where nobody has named a cause: a reason of the older return, and none of the 37. */
    public static final String NO_PLAN = "No Plan";

    public static final String NOT_RECORDED = "Reason not recorded";
    /** Whose destination, or whose need of help at home, nobody recorded. No published line. */
    public static final String DESTINATION_NOT_RECORDED = "Destination not recorded";

    private final LocalDate day;
    private final ZoneId zone;
    private final List<StayRecord> stays;
    private final List<StayRecord> left;
    private final List<StayRecord> remaining;

    private Sitrep(List<StayRecord> stays, LocalDate day, ZoneId zone) {
        this.day = day;
        this.zone = zone;
        this.stays = List.copyOf(stays);
        this.left = stays.stream().filter(stay -> stay.leftOn(day, zone)).toList();
        this.remaining =
                stays.stream().filter(stay -> stay.isReadyAtTheEndOf(day, zone)).toList();
    }

    public static Sitrep of(List<StayRecord> stays, LocalDate day, ZoneId zone) {
        return new Sitrep(stays, day, zone);
    }

    public LocalDate day() {
        return day;
    }

    /** No longer meeting, discharged (early and late) and remaining. */
    public List<Figure> counts() {
        List<StayRecord> both = Stream.concat(left.stream(), remaining.stream()).toList();
        LocalTime early = LocalTime.of(Limits.EARLY_HOUR, 0);
        return List.of(
                Figure.of(NO_LONGER, both),
                Figure.of(DISCHARGED, left),
                Figure.of("Discharged by 17:00", keep(left, stay -> !time(stay).isAfter(early))),
                Figure.of(
                        "Discharged between 17:01 and 23:59",
                        keep(left, stay -> time(stay).isAfter(early))),
                Figure.of(REMAINING, remaining));
    }

    private LocalTime time(StayRecord stay) {
        return Objects.requireNonNull(stay.leftAt()).atZone(zone).toLocalTime();
    }

    /** Nights that those who remain have spent in hospital since they were ready, by the length of their stay. */
    public List<Figure> additionalBedDays() {
        List<Figure> figures = new ArrayList<>();
        for (int days : Limits.LONG_STAYS) {
            List<StayRecord> long_ = keep(remaining, stay -> stay.nightsAtTheEndOf(day, zone) >= days);
            long nights = long_.stream().mapToLong(this::readyNights).sum();
            figures.add(new Figure(
                    "Number of additional bed days, patients with length of stay of " + days + "+ days",
                    nights,
                    long_.stream().map(StayRecord::stay).toList()));
        }
        return List.copyOf(figures);
    }

    private long readyNights(StayRecord stay) {
        LocalDate ready = stay.periods().stream()
                .filter(period -> period.covers(
                        day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1_000)))
                .map(period -> period.from().atZone(zone).toLocalDate())
                .findFirst()
                .orElse(day);
        return java.time.temporal.ChronoUnit.DAYS.between(ready, day);
    }

    /** Those who left, by the twelve published lines; who belongs to none for want of a record stands on a last one. */
    public List<Figure> destinations() {
        Map<String, List<StayRecord>> byLine = new LinkedHashMap<>();
        for (ReturnDestination line : ReturnDestination.values()) {
            byLine.put(line.metric(), new ArrayList<>());
        }
        byLine.put(DESTINATION_NOT_RECORDED, new ArrayList<>());
        left.forEach(stay -> {
            String line = ReturnDestination.of(stay.destination(), stay.pathway())
                    .map(ReturnDestination::metric)
                    .orElse(DESTINATION_NOT_RECORDED);
            Objects.requireNonNull(byLine.get(line)).add(stay);
        });
        return figures(byLine);
    }

    /** Whose stay ended on the day without leaving acute care alive. They are no line of the return. */
    public List<Figure> notDischarged() {
        List<StayRecord> gone = keep(stays, stay -> stay.isGoneOn(day, zone));
        return List.of(
                Figure.of("Died", keep(gone, StayRecord::died)),
                Figure.of(
                        "Moved to another hospital",
                        keep(gone, stay -> !stay.died() && stay.destination() == DestinationKind.OTHER_HOSPITAL)));
    }

    /** Those who remain after at least so many nights, by the reason of the return since 2024: {@code Group – Reason}. */
    public List<Figure> reasons(int nights, Catalogue<CauseId, DelayCause> causes) {
        return byCause(nights, causes, NOT_RECORDED, cause -> cause.nationalGroup() + " – " + cause.nationalReason());
    }

    /** The same by the 18 reasons of the return of 2022 to 2024. */
    public List<Figure> olderReasons(int nights, Catalogue<CauseId, DelayCause> causes) {
        return byCause(nights, causes, NO_PLAN, cause -> cause.olderReason() == null ? NO_PLAN : cause.olderReason());
    }

    private List<Figure> byCause(
            int nights, Catalogue<CauseId, DelayCause> causes, String otherwise, Function<DelayCause, String> named) {
        Map<String, List<StayRecord>> byReason = new LinkedHashMap<>();
        causes.stream()
                .filter(cause -> cause.nationalReason() != null)
                .forEach(cause -> byReason.putIfAbsent(named.apply(cause), new ArrayList<>()));
        byReason.putIfAbsent(otherwise, new ArrayList<>());
        keep(remaining, stay -> stay.nightsAtTheEndOf(day, zone) >= nights).forEach(stay -> {
            String reason = stay.holdUpAtTheEndOf(day, zone)
                    .filter(HoldUp::isNamed)
                    .flatMap(link -> causes.find(new CauseId(link.cause())))
                    .map(named)
                    .orElse(otherwise);
            byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(stay);
        });
        return figures(byReason);
    }

    private static List<Figure> figures(Map<String, List<StayRecord>> byName) {
        List<Figure> figures = new ArrayList<>();
        byName.forEach((name, counted) -> figures.add(Figure.of(name, counted)));
        return List.copyOf(figures);
    }

    private static List<StayRecord> keep(List<StayRecord> of, Predicate<StayRecord> which) {
        return of.stream().filter(which).toList();
    }

    /** Everybody who was in a bed when the day ended. */
    public Figure inBed() {
        return Figure.of("In a bed at the end of the day", keep(stays, stay -> stay.isHereAtTheEndOf(day, zone)));
    }
}

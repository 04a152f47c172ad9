package uk.homeward.server.hospital;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.flow.DischargeDelays;
import uk.homeward.journey.flow.Dtoc;
import uk.homeward.journey.flow.Figure;
import uk.homeward.journey.flow.NationalReason;
import uk.homeward.journey.flow.Sitrep;
import uk.homeward.journey.flow.StayRecord;
import uk.homeward.journey.place.Organisation;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Side;

/**
 * The national returns of the place's hospitals, from the same tables as the boards: the daily discharge return, delayed
 * transfers of care by month, and delays by the discharge-ready date. Each figure names the stays that make it.
 */
public final class Returns {

    /** The part that is shown and not returned: so that a day's page accounts for everybody whose stay ended. */
    static final String NOT_RETURNED = "Whose stay ended, and who is not counted as discharged";

    private final Place place;
    private final StayRecords records;

    public Returns(JdbcTemplate jdbc, Place place) {
        this.place = place;
        this.records = new StayRecords(jdbc, place);
    }

    /** The returns there are. */
    public enum Kind {
        SITREP("Daily discharge return"),
        DTOC("Delayed transfers of care"),
        DISCHARGE("Delays by the discharge-ready date");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> find(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** A part of a return, such as the delay reasons. */
    public record Part(String title, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line of a return.
     *
     * @param side whom it is counted on; empty where it is on nobody
     */
    public record Line(String side, Figure figure) {}

    /** The organisations with acute wards, each of which returns for itself. */
    public List<Organisation> organisations() {
        return place.hospitalWards().stream()
                .filter(ward -> !Wards.ELSEWHERE.contains(ward.kind()))
                .map(ward -> place.sites().get(ward.site()).organisation())
                .distinct()
                .map(id -> place.organisations().get(id))
                .toList();
    }

    /** The daily return of one day. */
    public List<Part> sitrep(String organisation, LocalDate day) {
        Sitrep sitrep = Sitrep.of(stays(organisation, day, day), day, place.zone());
        return List.of(
                new Part("Who no longer needs an acute bed", lines(sitrep.counts())),
                new Part("Nights since they were ready", lines(sitrep.additionalBedDays())),
                new Part("Where those who left went", lines(recorded(sitrep.destinations()))),
                new Part(
                        "What holds up those who remain after 7 days or more",
                        lines(sitrep.reasons(7, place.delayCauses()))),
                new Part(
                        "The same after 14 days or more, by the reasons of 2022 to 2024",
                        lines(sitrep.olderReasons(14, place.delayCauses()))),
                new Part(NOT_RETURNED, lines(sitrep.notDischarged())));
    }

    /** The line of those of whom nothing was recorded stands only where there are any: it is no published line. */
    private static List<Figure> recorded(List<Figure> destinations) {
        return destinations.stream()
                .filter(figure -> figure.value() > 0 || !figure.name().equals(Sitrep.DESTINATION_NOT_RECORDED))
                .toList();
    }

    /** @param lastDay the last day that is over */
    public Dtoc dtoc(String organisation, YearMonth month, LocalDate lastDay) {
        return Dtoc.of(
                stays(organisation, month.atDay(1), month.atEndOfMonth()),
                month,
                lastDay,
                place.zone(),
                place.delayCauses());
    }

    public List<Part> dtocParts(Dtoc dtoc) {
        List<Line> lines = new ArrayList<>();
        for (Dtoc.Line line : dtoc.days()) {
            lines.add(new Line(side(line.side()), line.figure()));
        }
        return List.of(new Part("Delayed days, by who must act and why", lines));
    }

    public DischargeDelays delays(String organisation, YearMonth month) {
        return DischargeDelays.of(stays(organisation, month.atDay(1), month.atEndOfMonth()), month, place.zone());
    }

    public List<Part> delayParts(String organisation, YearMonth month) {
        return List.of(new Part(
                "Who left, by days from the discharge-ready date",
                lines(DischargeDelays.bands(
                        stays(organisation, month.atDay(1), month.atEndOfMonth()), month, place.zone()))));
    }

    private List<StayRecord> stays(String organisation, LocalDate first, LocalDate last) {
        Instant start = first.atStartOfDay(place.zone()).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(place.zone()).toInstant();
        return records.between(organisation, start, end);
    }

    private static List<Line> lines(List<Figure> figures) {
        return figures.stream().map(figure -> new Line("", figure)).toList();
    }

    private static String side(@Nullable Side side) {
        return side == null ? "" : NationalReason.words(side);
    }
}

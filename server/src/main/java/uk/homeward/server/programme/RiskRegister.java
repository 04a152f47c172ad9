package uk.homeward.server.programme;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.homeward.journey.programme.Risk;
import uk.homeward.journey.programme.Score;
import uk.homeward.server.web.CsvLine;

/** The shared register as it is filtered and sorted. */
public record RiskRegister(
        List<Risk> shown, List<Risk> all, Choice choice, Map<String, String> programmes, LocalDate day, ZoneId zone) {

    /** By what the register is sorted. */
    public enum Order {
        URGENCY("what is most urgent"),
        SCORE("score"),
        REVIEW("next review"),
        NEWEST("newest first"),
        TITLE("title");

        private final String words;

        Order(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Order of(String word) {
            for (Order order : values()) {
                if (order.word().equals(word)) {
                    return order;
                }
            }
            return URGENCY;
        }
    }

    /**
     * What was chosen; blank is all.
     *
     * @param show open, closed, overdue, escalated or all
     * @param cell a cell of the heat map, such as {@code 4x5}
     */
    public record Choice(String q, String programme, String organisation, String show, String cell, Order order) {

        boolean fits(Risk risk, LocalDate day, ZoneId zone) {
            return (programme.isEmpty() || risk.described().programme().equals(programme))
                    && (organisation.isEmpty() || risk.organisation().equals(organisation))
                    && shows(risk, day, zone)
                    && (cell.isEmpty()
                            || risk.score()
                                    .filter(s -> cell.equals(s.likelihood() + "x" + s.impact()))
                                    .isPresent())
                    && words(risk).contains(q.toLowerCase(Locale.ROOT));
        }

        private boolean shows(Risk risk, LocalDate day, ZoneId zone) {
            return switch (show) {
                case "all" -> true;
                case "closed" -> !risk.isOpen();
                case "overdue" -> risk.late(day, zone) > 0;
                case "escalated" -> risk.isOpen() && risk.escalated().isPresent();
                case "scored" -> risk.isOpen() && risk.score().isPresent();
                default -> risk.isOpen();
            };
        }

        private static String words(Risk risk) {
            var d = risk.described();
            return (d.cause() + " " + d.event() + " " + d.effect() + " " + d.owner()).toLowerCase(Locale.ROOT);
        }
    }

    static RiskRegister of(List<Risk> all, Choice choice, Map<String, String> programmes, LocalDate day, ZoneId zone) {
        List<Risk> fitting = all.stream().filter(r -> choice.fits(r, day, zone)).toList();
        return new RiskRegister(sorted(fitting, choice.order(), day, zone), all, choice, programmes, day, zone);
    }

    static List<Risk> sorted(List<Risk> risks, Order order, LocalDate day, ZoneId zone) {
        Comparator<Risk> score =
                Comparator.comparing((Risk r) -> -r.score().map(Score::value).orElse(0));
        Comparator<Risk> review = Comparator.comparing((Risk r) -> r.due(zone).orElse(LocalDate.MAX));
        Comparator<Risk> by = switch (order) {
            case URGENCY ->
                Comparator.comparing((Risk r) -> -Math.max(0, r.late(day, zone)))
                        .thenComparing(r -> r.escalated().isEmpty())
                        .thenComparing(score);
            case SCORE -> score;
            case REVIEW -> review;
            case NEWEST -> Comparator.comparing(Risk::raised).reversed();
            case TITLE -> Comparator.comparing(r -> r.title().toLowerCase(Locale.ROOT));
        };
        return risks.stream().sorted(by.thenComparing(Risk::id)).toList();
    }

    /** How many of the shown risks, before the cell was chosen, lie in a cell of the heat map. */
    public long in(int likelihood, int impact) {
        Choice open =
                new Choice(choice.q(), choice.programme(), choice.organisation(), choice.show(), "", choice.order());
        return all.stream()
                .filter(r -> open.fits(r, day, zone))
                .filter(r -> r.score()
                        .filter(s -> s.likelihood() == likelihood && s.impact() == impact)
                        .isPresent())
                .count();
    }

    /** The band of a cell of the heat map: {@code low} to {@code extreme}. */
    public String band(int likelihood, int impact) {
        return new Score(likelihood, impact).band().name().toLowerCase(Locale.ROOT);
    }

    public long overdue() {
        return all.stream().filter(r -> r.late(day, zone) > 0).count();
    }

    public long open() {
        return all.stream().filter(Risk::isOpen).count();
    }

    public long escalated() {
        return all.stream().filter(r -> r.isOpen() && r.escalated().isPresent()).count();
    }

    public long unscored() {
        return all.stream().filter(r -> r.isOpen() && r.score().isEmpty()).count();
    }

    public long late(Risk risk) {
        return Math.max(0, risk.late(day, zone));
    }

    public Optional<LocalDate> due(Risk risk) {
        return risk.due(zone);
    }

    /** The title of the programme that a risk threatens; empty for none. */
    public String programme(Risk risk) {
        return programmes.getOrDefault(
                risk.described().programme(), risk.described().programme());
    }

    /** Who carries a risk now, for the filter. */
    public List<String> organisations() {
        return all.stream()
                .map(Risk::organisation)
                .filter(o -> !o.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    String csv() {
        String head = "id,programme,cause,event,effect,owner,organisation,score_before,score_after,score,band,"
                + "raised,next_review,days_late,state,source\n";
        return head + shown.stream().map(this::row).collect(Collectors.joining("\n", "", shown.isEmpty() ? "" : "\n"));
    }

    private String row(Risk risk) {
        var d = risk.described();
        return CsvLine.of(
                risk.id(),
                d.programme(),
                d.cause(),
                d.event(),
                d.effect(),
                d.owner(),
                risk.organisation(),
                risk.before().map(s -> s.likelihood() + "x" + s.impact()).orElse(""),
                risk.after().map(s -> s.likelihood() + "x" + s.impact()).orElse(""),
                risk.score().map(s -> String.valueOf(s.value())).orElse(""),
                risk.score().map(s -> s.band().words()).orElse(""),
                risk.raised().atZone(zone).toLocalDate().toString(),
                risk.due(zone).map(LocalDate::toString).orElse(""),
                String.valueOf(late(risk)),
                risk.isOpen() ? risk.escalated().isPresent() ? "escalated" : "open" : "closed",
                d.source());
    }
}

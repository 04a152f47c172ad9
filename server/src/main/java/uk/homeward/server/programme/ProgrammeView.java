package uk.homeward.server.programme;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.programme.Status;
import uk.homeward.journey.place.Locality;
import uk.homeward.journey.programme.ActionLine;
import uk.homeward.journey.programme.CriticalPath;
import uk.homeward.journey.programme.Decision;
import uk.homeward.journey.programme.Milestone;
import uk.homeward.journey.programme.Programme;
import uk.homeward.journey.programme.Programmes;
import uk.homeward.journey.programme.Risk;

/** Everything that the page of a programme shows. */
public record ProgrammeView(
        Programme programme,
        Programmes all,
        AsOf asOf,
        List<OutcomeLine> outcomes,
        Status status,
        CriticalPath path,
        List<BenefitLine> benefits,
        List<Risk> risks,
        List<Told> history,
        List<Measure> measures,
        List<Locality> localities,
        boolean mayEdit) {

    private static final int PLAN_DAYS = 90;

    /** The critical path as SVG; empty where no milestone has a day. */
    public String drawing() {
        return PathSvg.of(path, asOf.day());
    }

    public List<Decision> openDecisions() {
        return programme.decisions().stream().filter(Decision::isOpen).toList();
    }

    /** Decisions that were taken, the last first. */
    public List<Decision> takenDecisions() {
        return programme.decisions().stream().filter(d -> !d.isOpen()).toList().reversed();
    }

    /** The actions, open ones by the day on which they are due, then the closed ones. */
    public List<ActionLine> actions() {
        return programme.actions().stream()
                .sorted(Comparator.comparing((ActionLine a) -> !a.isOpen())
                        .thenComparing(a -> a.set().due()))
                .toList();
    }

    public LocalDate planEnd() {
        return asOf.day().plusDays(PLAN_DAYS);
    }

    /** What is overdue or due within 90 days: open actions. */
    public List<ActionLine> planActions() {
        return actions().stream()
                .filter(ActionLine::isOpen)
                .filter(a -> !a.set().due().isAfter(planEnd()))
                .toList();
    }

    /** What is overdue or expected within 90 days: milestones that are not reached. */
    public List<CriticalPath.Stop> planStops() {
        return path.stops().stream()
                .filter(s -> s.programme().equals(programme.id()))
                .filter(s -> s.milestone().reached() == null && !s.expected().isAfter(planEnd()))
                .filter(s -> !s.milestone().isHistoric(asOf.day()))
                .toList();
    }

    /** How many milestones of the programme belong to the past of the document that planned them. */
    public long historic() {
        return historicOnes().count();
    }

    /** The last day of those. */
    public LocalDate plannedLast() {
        return historicOnes()
                .flatMap(m -> java.util.Optional.ofNullable(m.day()).stream())
                .max(java.util.Comparator.naturalOrder())
                .orElse(asOf.day());
    }

    private java.util.stream.Stream<Milestone> historicOnes() {
        return programme.milestones().stream().filter(m -> m.isHistoric(asOf.day()));
    }

    /** What was reached within the last 90 days. */
    public List<Milestone> lately() {
        LocalDate from = asOf.day().minusDays(PLAN_DAYS);
        return programme.milestones().stream()
                .filter(m -> m.reached() != null && m.reached().isAfter(from))
                .toList();
    }

    /** True if milestones wait for nothing and have no day, so that no path can be drawn. */
    public List<Milestone> withoutDay() {
        return programme.milestones().stream()
                .filter(m -> path.find(Programmes.ref(programme.id(), m.id())).isEmpty())
                .toList();
    }

    /** The title of another programme, or its id where it is not known on that day. */
    public String title(String id) {
        return all.find(id).map(Programme::title).orElse(id);
    }
}

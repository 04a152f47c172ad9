package uk.homeward.server.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.programme.Study;
import uk.homeward.insight.statistics.chart.ChartPoint;
import uk.homeward.insight.statistics.chart.Observation;
import uk.homeward.journey.event.CycleEvent.Act;
import uk.homeward.journey.programme.Cycle;
import uk.homeward.journey.programme.Refused;
import uk.homeward.server.measures.LiveMeasures;

/** What the measures say of improvement cycles. */
@Component
class Studies {

    private final LiveMeasures measures;

    Studies(LiveMeasures measures) {
        this.measures = measures;
    }

    /** The study of a cycle by weeks, with its chart drawn; empty where its measure has no figures. */
    Optional<Studied> of(Cycle cycle, AsOf asOf) {
        return measures.result(cycle.planned().measure(), cycle.planned().locality(), Grain.WEEK, asOf.day())
                .map(result -> studied(cycle, result));
    }

    private Studied studied(Cycle cycle, MeasureResult result) {
        Measure measure = result.measure();
        String locality = cycle.planned().locality();
        List<Observation> observations = new ArrayList<>();
        for (ChartPoint p : result.chart(locality.isEmpty() ? null : locality).points()) {
            observations.add(p.observation());
        }
        Measure.Target target = measure.target();
        Study study = Study.of(
                observations,
                measure.improvement(),
                cycle.planned().startsOn(),
                cycle.planned().change(),
                target == null ? null : target.value(),
                measures.rebases(measure));
        return new Studied(study, measure, measures.drawn(result, study.chart(), study.sentence()));
    }

    /** Only special causes allow a conclusion: nothing is concluded too early, nothing adopted that chance explains. */
    Optional<Refused> refuses(Cycle cycle, Act act, AsOf asOf) {
        Optional<Studied> studied = of(cycle, asOf);
        if (studied.isEmpty()) {
            return Optional.of(new Refused("no-figures", "The measure has no figures, so nothing can be concluded."));
        }
        Study study = studied.get().study();
        if (!study.allowsConcluding()) {
            return Optional.of(new Refused("too-early", "It is too early to conclude. " + study.sentence()));
        }
        return act == Act.ADOPT && !study.allowsAdopting()
                ? Optional.of(new Refused(
                        "only-special-causes",
                        "It cannot be adopted for its effect, because none shows. " + study.sentence()
                                + " Adapt it, abandon it, or go on measuring."))
                : Optional.empty();
    }
}

package uk.homeward.server.programme;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.benefits.BenefitPlan;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.journey.programme.Milestone;
import uk.homeward.journey.programme.Programme;
import uk.homeward.journey.programme.ProgrammeDraft.BenefitLink;
import uk.homeward.server.measures.LiveMeasures;

/** What Foresight expects of programmes, beside what measures count. */
final class Benefits {

    private static final String START = "programme-start";

    private final PlaceData data;
    private final LiveMeasures measures;

    Benefits(PlaceData data, LiveMeasures measures) {
        this.data = data;
        this.measures = measures;
    }

    List<BenefitLine> of(Programme programme, AsOf asOf) {
        return data.benefits(programme.id()).stream()
                .flatMap(link -> line(programme, link, asOf).stream())
                .toList();
    }

    private Optional<BenefitLine> line(Programme programme, BenefitLink link, AsOf asOf) {
        @Nullable
        MeasureResult result = link.measure().isEmpty()
                ? null
                : measures.result(link.measure(), "", Grain.MONTH, asOf.day()).orElse(null);
        return data.plan(link.plan())
                .map(plan -> BenefitLine.of(
                        link,
                        plan,
                        begins(programme, plan),
                        result,
                        programme.gap(link.id()).orElse(null)));
    }

    /** The month in which the programme did start, if that was told; else the plan's. */
    private static YearMonth begins(Programme programme, BenefitPlan plan) {
        @Nullable
        LocalDate reached = programme.milestone(START).map(Milestone::reached).orElse(null);
        return reached == null ? plan.start() : YearMonth.from(reached);
    }
}

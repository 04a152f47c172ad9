package uk.homeward.server.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.homeward.foresight.demand.DemandForecast;
import uk.homeward.foresight.demand.DemandForecast.Bar;
import uk.homeward.foresight.demand.DemandForecast.Spread;
import uk.homeward.foresight.demand.DemandForecast.Step;
import uk.homeward.foresight.demand.DemandScenario;
import uk.homeward.foresight.demand.DemandYear;
import uk.homeward.foresight.demand.ImpliedGrowth;

/** The sheets in which a forecast of demand is told. */
final class DemandSheets {

    private final DemandForecast forecast;
    private final DemandScenario scenario;

    DemandSheets(DemandForecast forecast) {
        this.forecast = forecast;
        this.scenario = forecast.scenario();
    }

    List<Sheet> all() {
        List<Sheet> sheets = new ArrayList<>(List.of(years(), steps()));
        if (!forecast.tornado().isEmpty()) {
            sheets.add(tornado());
        }
        scenario.findStated().ifPresent(stated -> sheets.add(implied(stated)));
        return sheets;
    }

    private Sheet years() {
        Sheet sheet = Sheet.of(
                "years",
                "Demand by year: middle of all beliefs, and the central 80% of the runs",
                "year",
                "people",
                "admissions",
                "admissions low",
                "admissions high",
                "bed days",
                "bed days low",
                "bed days high",
                "beds",
                "beds low",
                "beds high");
        List<DemandYear> middle = forecast.middle();
        List<Spread> admissions = forecast.spread(DemandYear::admissions);
        List<Spread> bedDays = forecast.spread(DemandYear::bedDays);
        List<Spread> beds = forecast.spread(DemandYear::beds);
        for (int i = 0; i < middle.size(); i++) {
            DemandYear year = middle.get(i);
            sheet = sheet.with(
                    String.valueOf(year.year()),
                    year.people(),
                    year.admissions(),
                    admissions.get(i).tenth(),
                    admissions.get(i).ninetieth(),
                    year.bedDays(),
                    bedDays.get(i).tenth(),
                    bedDays.get(i).ninetieth(),
                    year.beds(),
                    beds.get(i).tenth(),
                    beds.get(i).ninetieth());
        }
        return sheet;
    }

    private Sheet steps() {
        Sheet sheet = Sheet.of(
                "steps", "Beds in " + scenario.last() + ", assumption by assumption", "step", "beds", "change");
        double before = Double.NaN;
        for (Step step : forecast.steps()) {
            Object change = Double.isNaN(before) ? Sheet.EMPTY : step.beds() - before;
            sheet = sheet.with(step.title(), step.beds(), change);
            before = step.beds();
        }
        return sheet;
    }

    private Sheet tornado() {
        Sheet sheet = Sheet.of(
                "tornado",
                "What matters most for beds in " + scenario.last(),
                "assumption",
                "tenth percentile",
                "ninetieth percentile",
                "beds at tenth",
                "beds at ninetieth");
        for (Bar bar : forecast.tornado()) {
            sheet = sheet.with(bar.title(), bar.low(), bar.high(), bar.bedsAtLow(), bar.bedsAtHigh());
        }
        return sheet;
    }

    private Sheet implied(DemandScenario.Stated stated) {
        List<Step> steps = forecast.steps();
        double beds = steps.get(0).beds();
        int years = scenario.last() - scenario.base();
        ImpliedGrowth growth =
                ImpliedGrowth.of(beds, stated.more(), steps.get(1).beds() / beds, years);
        return Sheet.of(
                        "implied",
                        "Growth that " + stated.source() + " implies, per cent",
                        "growth",
                        "in all",
                        "a year")
                .with(
                        "stated: " + plain(beds) + " beds and " + plain(stated.more()) + " more",
                        100 * growth.total(),
                        100 * growth.perYear())
                .with("people and their ages", 100 * growth.demographic(), 100 * growth.demographicPerYear())
                .with("beyond demography", 100 * growth.beyond(), 100 * growth.beyondPerYear());
    }

    List<String> notes(int runs, long seed) {
        return List.of(scenario.title() + ": " + runs + " runs from seed " + seed
                + "; 'low' and 'high' are the tenth and ninetieth percentile.");
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}

package uk.homeward.journey.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.homeward.journey.event.FlowEvent.DayJudged;

/**
 * One day of a stay, red or green. Every day starts red; it is green only once somebody said what of the day's plan moved
 * the person towards leaving (NHS England, Red2Green).
 *
 * @param judged false where nobody has looked at the day
 * @param why what moved the person on, or what held them up
 */
public record Day(LocalDate day, boolean green, boolean judged, String why) {

    /** Every day from the first to the last, both included; the last judgement of a day counts. */
    static List<Day> of(LocalDate first, LocalDate last, List<DayJudged> judgements) {
        Map<LocalDate, DayJudged> byDay = new HashMap<>();
        judgements.forEach(judged -> byDay.put(judged.day(), judged));
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            DayJudged judged = byDay.get(day);
            days.add(
                    judged == null
                            ? new Day(day, false, false, "")
                            : new Day(day, judged.green(), true, judged.reason()));
        }
        return List.copyOf(days);
    }
}

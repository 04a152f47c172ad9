package uk.homeward.server.matching;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.homeward.journey.event.SearchEvent.Wanted;
import uk.homeward.journey.matching.Search;
import uk.homeward.server.web.Fields;

/** The described need as the fields of its form. */
final class NeedFields {

    private NeedFields() {}

    static Fields of(Search search, LocalDate today) {
        return search.wanted().map(wanted -> of(wanted, today)).orElse(Fields.NONE);
    }

    private static Fields of(Wanted wanted, LocalDate today) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("setting", List.of(wanted.setting().name()));
        fields.put("essential", wanted.essential());
        fields.put("desirable", wanted.desirable());
        fields.put("hours", number(wanted.hoursAWeek()));
        fields.put("from", List.of((wanted.from().isBefore(today) ? today : wanted.from()).toString()));
        fields.put("urgency", List.of(wanted.urgency().name()));
        fields.put("funder", List.of(wanted.funder().name()));
        fields.put("most-price", number(wanted.mostPrice()));
        fields.put("near", List.of(wanted.near()));
        fields.put("near-whom", List.of(wanted.nearWhom()));
        fields.put("most-minutes", number(wanted.mostMinutes()));
        fields.put("usual", List.of(wanted.usual()));
        fields.put("partner", List.of(wanted.partner()));
        fields.put("moves", List.of(wanted.portrait().moves()));
        fields.put("help", List.of(wanted.portrait().help()));
        fields.put("nights", List.of(wanted.portrait().nights()));
        fields.put("risks", List.of(wanted.portrait().risks()));
        fields.put("matters", List.of(wanted.portrait().matters()));
        return new Fields(fields);
    }

    private static List<String> number(double number) {
        return number == 0
                ? List.of()
                : List.of(number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number));
    }
}

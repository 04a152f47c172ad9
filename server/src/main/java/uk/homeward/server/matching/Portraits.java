package uk.homeward.server.matching;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.FlowEvent.Need;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.matching.Terms;
import uk.homeward.journey.matching.Travel;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.server.journal.FlowDesk;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.web.Fields;

/** What is known already is filled in, so that nobody is asked again; and who a person is, as far as a provider may know. */
@Component
public class Portraits {

    private final FlowDesk flows;
    private final Terms terms;
    private final Travel travel;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Portraits(FlowDesk flows, Terms terms, Travel travel, JdbcTemplate jdbc, PlaceKey place) {
        this.flows = flows;
        this.terms = terms;
        this.travel = travel;
        this.jdbc = jdbc;
        this.place = place;
    }

    /** The hospital stay in which somebody is now; empty if they are not. */
    String stay(String person) {
        return jdbc
                .queryForList(
                        "select id from spell where place = ? and person = ? and state = 'ADMITTED' and discharged_at is null"
                                + " order by admitted_at desc limit 1",
                        String.class,
                        place.value(),
                        person)
                .stream()
                .findFirst()
                .orElse("");
    }

    /** The form of a new search, with everything that the record and the ward's description of the need say. */
    Fields known(PersonCard person, LocalDate today) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String stay = stay(person.id());
        Optional<Flow> flow = stay.isEmpty() ? Optional.empty() : flows.find(stay);
        List<Need> needs = flow.flatMap(Flow::need).map(need -> need.needs()).orElse(List.of());
        ProviderKind setting = setting(needs);
        EnumSet<Need> all = needs.isEmpty() ? EnumSet.noneOf(Need.class) : EnumSet.copyOf(needs);
        List<String> essential = new ArrayList<>();
        add(essential, person.dementia(), "dementia");
        add(essential, setting == ProviderKind.NURSING_HOME, "nursing");
        add(essential, all.contains(Need.LAST_MONTHS), "end-of-life");
        add(essential, all.contains(Need.TWO_TO_MOVE), setting == ProviderKind.HOME_CARE ? "double-handed" : "hoist");
        add(essential, all.contains(Need.CARE_AT_NIGHT) && setting == ProviderKind.HOME_CARE, "night-visits");
        String language = person.language().toLowerCase(java.util.Locale.ROOT);
        fields.put("setting", List.of(setting.name()));
        fields.put("essential", essential);
        fields.put("desirable", terms.language().contains(language) ? List.of(language) : List.of());
        fields.put("urgency", List.of(all.contains(Need.LAST_MONTHS) ? "URGENT" : stay.isEmpty() ? "ROUTINE" : "SOON"));
        String outward = Travel.outward(person.postcode());
        fields.put("near", List.of(travel.knows(outward) ? outward : ""));
        fields.put("near-whom", List.of("where they live now"));
        fields.put("from", List.of(today.toString()));
        fields.put(
                "help", List.of(flow.flatMap(Flow::need).map(Portraits::words).orElse("")));
        fields.put("matters", List.of(person.matters() == null ? "" : person.matters()));
        return new Fields(fields);
    }

    private static void add(List<String> features, boolean applies, String feature) {
        if (applies) {
            features.add(feature);
        }
    }

    private static ProviderKind setting(List<Need> needs) {
        boolean bed = needs.contains(Need.LASTING_CARE_DAY_AND_NIGHT) || needs.contains(Need.NOT_SAFE_BETWEEN_VISITS);
        if (!bed) {
            return ProviderKind.HOME_CARE;
        }
        return needs.contains(Need.NURSING) ? ProviderKind.NURSING_HOME : ProviderKind.RESIDENTIAL_HOME;
    }

    private static String words(uk.homeward.journey.event.FlowEvent.NeedDescribed need) {
        List<String> all =
                new ArrayList<>(need.needs().stream().map(Need::words).toList());
        all.add(need.words());
        return String.join("; ", all.stream().filter(words -> !words.isBlank()).toList());
    }

    /** {@code A woman of 80 to 84 from B23. Lives with dementia. Speaks Punjabi, with an interpreter.} Never a name. */
    public String about(PersonCard person, LocalDate today) {
        StringBuilder about = new StringBuilder();
        about.append(
                switch (person.sex()) {
                    case "female" -> "A woman";
                    case "male" -> "A man";
                    default -> "Somebody";
                });
        if (person.born() != null) {
            int decade = Period.between(person.born(), today).getYears() / 5 * 5;
            about.append(" of ").append(decade).append(" to ").append(decade + 4);
        }
        if (!person.postcode().isBlank()) {
            about.append(" from ").append(Travel.outward(person.postcode()));
        }
        about.append('.');
        if (person.dementia()) {
            about.append(" Lives with dementia.");
        }
        if (!person.language().isBlank()) {
            about.append(" Speaks ")
                    .append(person.language())
                    .append(person.interpreter() ? ", with an interpreter." : ".");
        }
        return about.toString();
    }
}

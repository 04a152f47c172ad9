package uk.homeward.server.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.FlowEvent.DestinationKind;
import uk.homeward.journey.event.FlowEvent.Need;
import uk.homeward.journey.event.FlowEvent.SummaryPart;
import uk.homeward.journey.pathway.Step;

/** Plausible words for what made-up wards write. No real case stands behind any of them. */
final class RoundWords {

    private static final List<String> CONSULTANTS = List.of(
            "Dr Asha Menon",
            "Dr Tomos Price",
            "Dr Hannah Wolfe",
            "Dr Kwame Boateng",
            "Dr Clare Doyle",
            "Dr Rajan Pillai");

    private static final List<String> CRITERIA = List.of(
            "Walks ten metres with a frame and gets up from the chair alone",
            "Drinks and eats enough; kidney function back under 150",
            "No oxygen for a day; walks to the bathroom without getting short of breath",
            "Pain bearable on tablets; manages one flight of stairs",
            "Knows where they are and takes their tablets with a reminder",
            "Heart failure: two kilos down, stable on tablets for a day",
            "Wound dry; dressing can be changed at home");

    private static final List<String> CRITERION =
            List.of("intravenous-medicines", "oxygen", "function-beyond-home", "early-warning", "intravenous-fluids");

    private static final List<String> GREEN = List.of(
            "Scan done and read the same day",
            "Therapist saw them; walks with a frame now",
            "Changed to tablets",
            "Family met the ward and agreed on home",
            "Off oxygen since noon",
            "Bloods better, drip taken down");

    private static final List<String> RED = List.of(
            "Waiting for a scan",
            "Not seen by the therapist",
            "Waiting for blood results",
            "Specialist's opinion did not come",
            "No senior review today",
            "Waiting for an answer from outside");

    private static final List<String> MOVED = List.of(
            "Still on the drip",
            "New chest infection",
            "Scan was put off",
            "Not yet safe on the stairs",
            "Confused again");

    private static final List<String> FINDINGS = List.of(
            "Nothing now that could not be done outside an acute bed",
            "Treatment is still needed; infection slow to settle",
            "Strength went while waiting",
            "Decisions wait for a meeting with the family");

    private static final List<String> NEXT = List.of(
            "Consultant speaks with the family tomorrow",
            "Therapist sees them each day this week",
            "Hub looks again for help at home",
            "Tablets instead of the drip from tomorrow");

    private static final List<String> DIAGNOSES = List.of(
            "Chest infection, treated",
            "Fall with a bruised hip, nothing broken",
            "Heart failure, stable again",
            "Urine infection with confusion, better",
            "Dehydration and weakness");

    private static final List<String> ASKED = List.of(
            "Practice: kidney function in a week", "Practice: blood pressure and tablets looked over in two weeks",
            "Community nurse: dressing twice a week", "Nothing but the usual");

    private static final List<DestinationKind> SHORT_TIME = List.of(
            DestinationKind.COMMUNITY_BED,
            DestinationKind.COMMUNITY_BED,
            DestinationKind.COMMUNITY_BED,
            DestinationKind.CARE_HOME_FOR_NOW,
            DestinationKind.CARE_HOME_FOR_NOW,
            DestinationKind.HOSPICE);

    private final Luck luck;

    RoundWords(Luck luck) {
        this.luck = luck;
    }

    /** Each ward has a consultant of its own. */
    String consultant(String ward) {
        return luck.any(CONSULTANTS, ward, "consultant");
    }

    String criteria(String stay) {
        return luck.any(CRITERIA, stay, "criteria");
    }

    String criterion(String stay) {
        return luck.any(CRITERION, stay, "criterion");
    }

    String day(boolean green, String stay, LocalDate day) {
        return luck.any(green ? GREEN : RED, stay, "day " + day);
    }

    String moved(String stay, LocalDate day) {
        return luck.any(MOVED, stay, "moved " + day);
    }

    String finding(String stay, int days) {
        return luck.any(FINDINGS, stay, "finding " + days);
    }

    String next(String stay, int days) {
        return luck.any(NEXT, stay, "next " + days);
    }

    /** Needs that fit to where the journey goes on. */
    List<Need> needs(Step.@Nullable Setting next, String stay) {
        if (next == null) {
            return luck.happens(0.6, stay, "needs nothing new") ? List.of(Need.NOTHING_NEW) : help(stay);
        }
        return switch (next) {
            case HOME -> help(stay);
            case COMMUNITY_BED -> List.of(Need.THERAPY, Need.NOT_SAFE_BETWEEN_VISITS);
            case CARE_HOME -> List.of(Need.LASTING_CARE_DAY_AND_NIGHT);
            case HOSPITAL, DESK -> List.of(Need.NOTHING_NEW);
        };
    }

    /** Where they went, as fits to where the journey goes on. */
    DestinationKind destination(Bedside bedside, String stay) {
        if (bedside.died()) {
            return DestinationKind.DIED;
        }
        return switch (bedside.next()) {
            case COMMUNITY_BED ->
                luck.any(SHORT_TIME, stay, "bed for a short time"); // most go to rehabilitation, some to a home
            case CARE_HOME ->
                luck.happens(0.95, stay, "home") ? DestinationKind.NEW_CARE_HOME : DestinationKind.ISOLATION;
            case HOME, HOSPITAL, DESK -> home(bedside, stay);
            case null -> home(bedside, stay);
        };
    }

    private DestinationKind home(Bedside bedside, String stay) {
        if (bedside.home().careHome()) {
            return DestinationKind.USUAL_CARE_HOME;
        }
        double u = luck.uniform(stay, "where home is");
        return u < 0.92
                ? DestinationKind.HOME
                : u < 0.96 ? DestinationKind.WITH_FAMILY : u < 0.99 ? DestinationKind.ELSEWHERE : DestinationKind.HOTEL;
    }

    /** A few words under the first headings, as a ward writes them. */
    Map<SummaryPart, String> summary(String stay) {
        return Map.of(
                SummaryPart.DIAGNOSES, luck.any(DIAGNOSES, stay, "diagnosis"),
                SummaryPart.PLAN, luck.any(ASKED, stay, "asked of whom"));
    }

    private List<Need> help(String stay) {
        return luck.happens(0.5, stay, "therapy")
                ? List.of(Need.THERAPY, Need.HELP_WITH_CARE)
                : List.of(Need.HELP_WITH_CARE);
    }
}

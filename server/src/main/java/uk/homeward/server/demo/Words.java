package uk.homeward.server.demo;

import java.util.List;
import java.util.Map;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.Target;

/** Plausible words for what made-up staff write. No real case stands behind any of them. */
final class Words {

    private static final Map<String, List<String>> REASONS = Map.of(
            "hospital",
            List.of(
                    "Fall at home",
                    "Short of breath",
                    "Chest infection",
                    "Confused since yesterday",
                    "Hip pain after a fall",
                    "Urinary infection, not drinking",
                    "Collapse, now awake",
                    "Swollen legs, more breathless"),
            "concern",
            List.of(
                    "Neighbours have not seen them for three days; milk on the doorstep",
                    "House is cold, hoarding, smoke alarm missing",
                    "Found walking outside at night, could not say where home is",
                    "Burgled last night, afraid to be alone",
                    "Says they have not eaten properly since their wife died",
                    "Wife and carer is ill, nobody to help with washing and meals",
                    "Rent unpaid for the first time, does not open the door"),
            "clinical",
            List.of(
                    "Two falls this week, no injury, unsteady",
                    "Chest infection on top of lung disease, wants to stay at home",
                    "Less able to move over a week, skin at risk",
                    "New confusion, probably a urinary infection",
                    "Catheter blocked",
                    "Heart failure, two kilos up, breathless on the stairs",
                    "Back pain, cannot get out of the chair without help",
                    "Carer exhausted, package breaking down",
                    "Blood sugar unstable, needs help with insulin",
                    "Broken wrist, lives alone, cannot cook or wash"));

    private static final List<String> WISHES = List.of(
            "Wants to be at home.",
            "\"My own bed, please.\"",
            "Wants to manage the stairs and the garden again.",
            "Wants to stay at home with her cat.",
            "Would like to be home before the weekend.",
            "\"I do not want to be a burden, but I want my own front door.\"",
            "Happy to go where the therapists are, if it means getting home.",
            "Wants to be near his wife.");

    private static final List<String> FINDINGS = List.of(
            "Blood pressure drops on standing; medicines reviewed.",
            "Chest clear on the left, crackles on the right; no fever.",
            "Delirium screen positive; urine sent.",
            "Walks ten metres with a frame; transfers with one.",
            "Skin intact; heels at risk.",
            "Drinks little; weight down three kilos in two months.",
            "No injury found; fear of falling.",
            "Oxygen 93% on air; pulse 88.");

    private static final List<String> TREATMENTS = List.of(
            "Intravenous antibiotics at home",
            "Blood tests at home",
            "Nebuliser and oral steroids",
            "Catheter changed",
            "Intravenous diuretic",
            "Subcutaneous fluids",
            "Pain relief reviewed",
            "Walking frame and commode delivered");

    private static final List<String> GOALS = List.of(
            "Walk to the shop and back on my own",
            "Get up the stairs to sleep in my own bed",
            "Make my own breakfast",
            "Wash and dress without help",
            "Go to the lunch club on Thursdays again",
            "Get in and out of the bath safely",
            "Take my tablets without being reminded",
            "Tend the garden for half an hour");

    private static final List<String> VISITS = List.of(
            "Walking and balance", "Washing and dressing", "Kitchen practice", "Stairs practice", "Outdoor walk");

    private final Luck luck;

    Words(Luck luck) {
        this.luck = luck;
    }

    String reason(Arrival arrival) {
        String kind = switch (arrival.route().value()) {
            case "gateway" -> "concern";
            case "hospital-front-door" -> "hospital";
            default -> "clinical";
        };
        return luck.any(REASONS.getOrDefault(kind, List.of("Needs help")), arrival.journey(), "reason");
    }

    String finding(String who, String what) {
        return luck.any(FINDINGS, who, what);
    }

    String treatment(String who, String what) {
        return luck.any(TREATMENTS, who, what);
    }

    String goal(String who, String what) {
        return luck.any(GOALS, who, what);
    }

    String visit(String who, String what) {
        return luck.any(VISITS, who, what);
    }

    String wish(Journey journey, Decision decision) {
        if ("yes".equals(journey.attributes().get("dementia"))
                && luck.happens(0.3, journey.id(), "asked " + decision.id())) {
            return "Could not say today; earlier wish was to stay at home.";
        }
        return luck.any(WISHES, journey.id(), "wish");
    }

    /** Why this option was taken; every choice that must be explained is. */
    String reason(
            Journey journey,
            Decision decision,
            Decision.Option option,
            Step.@org.jspecify.annotations.Nullable Setting to) {
        if (option.needsReason() && to == Step.Setting.HOSPITAL) {
            return luck.any(
                    List.of(
                            "Needs oxygen and close watching that cannot be given at home tonight.",
                            "Suspected hip fracture.",
                            "Sepsis; intravenous treatment at home would not be safe.",
                            "Acute stroke signs.",
                            "Crisis response could not reach the person in time."),
                    journey.id(),
                    "why " + decision.id());
        }
        if (option.to() instanceof Target.ToStep && to == Step.Setting.COMMUNITY_BED) {
            return luck.any(
                    List.of(
                            "Cannot yet be alone at night, even with help four times a day.",
                            "Not safe on the stairs; no bed downstairs.",
                            "Needs therapy every day for some weeks first."),
                    journey.id(),
                    "why " + decision.id());
        }
        if (option.needsReason() || option.to().name().startsWith("assessment")) {
            return luck.any(
                    List.of(
                            "Enablement was considered; needs are long-standing and known.",
                            "The person and their carer cannot go on as before.",
                            "Enablement reached what it could."),
                    journey.id(),
                    "why " + decision.id());
        }
        return option.when().isEmpty() ? "" : capital(luck.any(option.when(), journey.id(), "why " + decision.id()));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}

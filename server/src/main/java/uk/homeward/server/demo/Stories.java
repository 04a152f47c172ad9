package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.Story;
import uk.homeward.journey.person.FrailtyBand;

/** What a made-up person tells when they are first met: what matters, wishes, carers, alerts, a few answers. */
final class Stories {

    private static final List<String> MATTERS = List.of(
            "My garden, and tea with my neighbour on Sundays.",
            "Being in my own home, with my own things.",
            "Seeing the grandchildren, and not being rushed.",
            "Going to the temple on Fridays.",
            "Church, and singing.",
            "My dog. I will not go anywhere without knowing she is cared for.",
            "Cricket on the radio and a proper cup of tea.",
            "Being spoken to, not about.",
            "My husband. We have never slept apart.");
    private static final Duration LONG = Duration.ofDays(3);
    private static final List<String> ANSWERS = List.of(
            "very-good",
            "very-good",
            "very-good",
            "very-good",
            "very-good",
            "very-good",
            "good",
            "good",
            "good",
            "neither",
            "poor",
            "not-known");
    private static final List<String> AFTER_WAITING =
            List.of("very-good", "good", "good", "neither", "poor", "very-poor");
    private static final List<PersonEvent.RiskActedOn> ACTIONS = List.of(
            new PersonEvent.RiskActedOn(
                    "reviewed", "Medicines and falls looked at with the practice; again in three months."),
            new PersonEvent.RiskActedOn(
                    "visited", "Rung at home: eats and drinks well, stairs are hard. Rail asked for."),
            new PersonEvent.RiskActedOn(
                    "planned", "What to do when it gets worse agreed with the person and the family."),
            new PersonEvent.RiskActedOn("referred", "To the strength and balance group."));
    private static final List<String> RELATIONS = List.of("daughter", "son", "wife", "husband", "neighbour", "niece");

    private final Luck luck;

    Stories(Luck luck) {
        this.luck = luck;
    }

    List<PersonEvent> of(Somebody who) {
        List<PersonEvent> facts = new ArrayList<>();
        String id = who.id();
        facts.add(new PersonEvent.MattersRecorded(luck.any(MATTERS, id, "matters")));
        if (luck.happens(0.7, id, "place of care")) {
            String home = who.careHome() ? "To be looked after in the care home, which is home now." : "At home.";
            facts.add(new PersonEvent.WishRecorded("place-of-care", home));
        }
        if (!who.careHome() && luck.happens(who.livesAlone() ? 0.35 : 0.6, id, "carer")) {
            String relation = luck.any(RELATIONS, id, "relation");
            facts.add(new PersonEvent.WishRecorded("who-may-know", "My " + relation + " may know everything."));
            if (luck.happens(0.3, id, "carer supported")) {
                String kind =
                        luck.any(List.of("assessment", "assessment", "advice", "advice", "break", "money"), id, "how");
                facts.add(new PersonEvent.CarerSupported("carer-1", kind, ""));
            }
            facts.add(new PersonEvent.CarerNamed(
                    "carer-1",
                    luck.any(List.of("Alex ", "Sam ", "Jo ", "Chris ", "Kim "), id, "carer's name") + who.family(),
                    relation,
                    "07700 900" + String.format("%03d", (int) (1000 * luck.uniform(id, "phone"))),
                    luck.any(List.of("visits daily", "at weekends", "lives with them"), id, "carer's note")));
        }
        if (who.livesAlone() && luck.happens(0.2, id, "key safe")) {
            facts.add(
                    new PersonEvent.AlertRaised("key-safe", "Key safe by the door; ask the coordinator for the code."));
        }
        if (who.dementia()) {
            facts.add(new PersonEvent.AlertRaised(
                    "dementia", "Lives with dementia. Speak calmly; one question at a time."));
        }
        answers(who, facts);
        return facts;
    }

    /** What is told of somebody once their journey is over: one in four says how it was, and the frail are looked at again. */
    List<PersonEvent> afterwards(Journey over, Instant at) {
        List<PersonEvent> told = new ArrayList<>();
        String id = over.id();
        if (luck.happens(0.25, id, "experience")) {
            boolean waited = over.delayed(at).compareTo(LONG) > 0;
            told.add(new PersonEvent.ExperienceTold(luck.any(waited ? AFTER_WAITING : ANSWERS, id, "answer"), ""));
        }
        boolean frail = over.attributes().getOrDefault("frailty", "").equals("severe");
        if (frail && luck.happens(0.3, id, "risk")) {
            int which = (int) (ACTIONS.size() * luck.uniform(id, "action"));
            told.add(ACTIONS.get(which));
        }
        return told;
    }

    private void answers(Somebody who, List<PersonEvent> facts) {
        String id = who.id();
        double walks = 1 - 0.22 * who.band().ordinal();
        facts.add(answer(Story.WALKS, luck.happens(walks, id, "walks") ? "yes" : "no"));
        facts.add(answer(Story.TOILET, luck.happens(walks, id, "toilet") ? "yes" : "no"));
        String before = who.band() == FrailtyBand.FIT
                ? "Independent in everything"
                : who.band() == FrailtyBand.SEVERE ? "Help four times a day" : "Some help with shopping and washing";
        facts.add(answer(Story.BEFORE, before));
    }

    private static PersonEvent answer(String question, String answer) {
        return new PersonEvent.StoryAnswered(question, answer, "likely", null);
    }
}

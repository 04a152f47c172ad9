package uk.homeward.server.person;

import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.preferences.DecisionKind;
import uk.homeward.server.person.JourneySentences.Words;

/** The sentence for each kind of event about a person. */
final class PersonSentences {

    private final StoryWords story;

    PersonSentences(StoryWords story) {
        this.story = story;
    }

    Words words(PersonEvent event) {
        return switch (event) {
            case PersonEvent.PersonRegistered e -> Words.plain("Registered with us.", "");
            case PersonEvent.PersonDetailsChanged e -> Words.plain("Their details were changed.", "");
            case PersonEvent.IdentifierLearned e ->
                Words.plain("Known elsewhere as " + e.value() + " (" + e.system() + ").", "");
            case PersonEvent.PersonMerged e -> Words.warning("This record was joined to another one of theirs.", "");
            case PersonEvent.PersonUnmerged e -> Words.warning("A record that was joined was parted again.", "");
            case PersonEvent.PersonDied e -> Words.warning("The person died.", "");
            case PersonEvent.MattersRecorded e -> Words.plain("What matters to them:", e.words());
            case PersonEvent.WishRecorded e -> Words.plain("Their wish (" + Plain.words(e.kind()) + "):", e.words());
            case PersonEvent.CareDecided e -> decided(e);
            case PersonEvent.CareDecisionEndorsed e ->
                Words.step(kind(e.kind()) + ": " + e.clinician() + " endorsed the decision.", "");
            case PersonEvent.CareDecisionEnded e ->
                Words.warning(kind(e.kind()) + ": the decision no longer holds.", e.reason());
            case PersonEvent.CarerNamed e -> Words.plain("Carer: " + e.name() + ", " + e.relation() + ".", e.note());
            case PersonEvent.CarerSupported e ->
                Words.step(
                        "A carer was supported: " + PersonForms.SUPPORTS.getOrDefault(e.kind(), e.kind()) + ".",
                        e.words());
            case PersonEvent.ExperienceTold e ->
                Words.plain(
                        "Their experience of care: " + PersonForms.EXPERIENCES.getOrDefault(e.answer(), e.answer())
                                + ".",
                        e.words());
            case PersonEvent.RiskActedOn e ->
                Words.step(
                        "Their risk was acted on: " + PersonForms.RISK_ACTIONS.getOrDefault(e.action(), e.action())
                                + ".",
                        e.words());
            case PersonEvent.AlertRaised e -> Words.warning("Alert: " + Plain.words(e.alert()) + ".", e.words());
            case PersonEvent.AlertCleared e ->
                Words.plain("The alert '" + Plain.words(e.alert()) + "' was cleared.", e.reason());
            case PersonEvent.StoryAnswered e -> story(e);
        };
    }

    private static Words decided(PersonEvent.CareDecided e) {
        String choice = DecisionKind.find(e.kind())
                .map(kind -> kind.choices().getOrDefault(e.decision(), ""))
                .orElse("");
        String by = e.decidedBy().isBlank() ? "" : " Decided by " + e.decidedBy() + ".";
        return Words.warning(
                kind(e.kind()) + ": " + (choice.isEmpty() ? "decided" : choice) + ".", (e.words() + by).strip());
    }

    private static String kind(String word) {
        return DecisionKind.find(word).map(DecisionKind::title).orElse(Plain.title(word));
    }

    private Words story(PersonEvent.StoryAnswered e) {
        String again = e.repeatReason() == null ? "" : " (asked again: " + e.repeatReason() + ")";
        return Words.plain(story.title(e.question()) + again, story.answer(e.question(), e.answer()));
    }
}

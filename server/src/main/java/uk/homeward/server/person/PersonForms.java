package uk.homeward.server.person;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Practice;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Turns what was filled in about a person into facts. Faults are left with the form. */
public final class PersonForms {

    /** Kinds of wish with their titles. */
    public static final Map<String, String> WISHES = Map.of(
            "place-of-care", "Where they want to be cared for",
            "who-may-know", "Who may know about them",
            "contact", "How they want to be reached",
            "other", "Something else");

    public static final List<String> SURE = List.of("certain", "likely", "unsure");
    public static final List<String> SEXES = List.of("female", "male", "other", "unknown");
    public static final List<String> RESIDENCES = List.of("own-home", "care-home");

    /** How a carer can be supported, with the words for it. */
    public static final Map<String, String> SUPPORTS = ordered(
            "assessment", "A carer's assessment or conversation",
            "break", "A break from caring",
            "money", "A direct payment or other money",
            "advice", "Information and advice",
            "other", "Other support");

    /** What can be done about somebody's risk. */
    public static final Map<String, String> RISK_ACTIONS = ordered(
            "reviewed", "Reviewed by their team",
            "visited", "Visited or rung",
            "planned", "Plan of care made or changed",
            "referred", "Referred to another service",
            "none-needed", "Nothing more is needed now");

    /** Answers of the NHS Friends and Family Test. */
    public static final Map<String, String> EXPERIENCES = ordered(
            "very-good", "Very good",
            "good", "Good",
            "neither", "Neither good nor poor",
            "poor", "Poor",
            "very-poor", "Very poor",
            "not-known", "Don't know");

    /** What can be told, with the title of its page. */
    public static final Map<String, String> TITLES = ordered(
            "matters", "What matters to them",
            "wish", "A wish",
            "carer", "A carer",
            "carer-support", "Support for a carer",
            "experience", "How their care was for them",
            "risk-action", "What was done about their risk",
            "alert", "Raise an alert",
            "clear-alert", "Clear an alert",
            "answer", "The story: an answer",
            "details", "Change their details");

    private final Place place;

    PersonForms(Place place) {
        this.place = place;
    }

    /** The fact that a form tells; empty if there is no such form. {@code card} and {@code known} were known before. */
    Optional<PersonEvent> read(String what, Form f, PersonCard card, Fields known) {
        return Optional.ofNullable(
                switch (what) {
                    case "matters" ->
                        new PersonEvent.MattersRecorded(
                                f.need("words", "Write what matters to them, in their own words"));
                    case "wish" -> wish(f);
                    case "carer" -> carer(f);
                    case "carer-support" -> carerSupport(f, card);
                    case "risk-action" ->
                        new PersonEvent.RiskActedOn(
                                f.oneOf("action", List.copyOf(RISK_ACTIONS.keySet()), "Choose what was done"),
                                f.need(
                                        "words",
                                        "Write what was done, and what comes next, so that others need not ask"));
                    case "experience" ->
                        new PersonEvent.ExperienceTold(
                                f.oneOf("answer", List.copyOf(EXPERIENCES.keySet()), "Choose their answer"),
                                f.may("words"));
                    case "alert" -> alert(f);
                    case "clear-alert" -> clear(f, card);
                    case "answer" -> answer(f, card);
                    case "details" -> new PersonEvent.PersonDetailsChanged(details(f, known));
                    default -> null;
                });
    }

    private static PersonEvent wish(Form f) {
        return new PersonEvent.WishRecorded(
                f.oneOf("kind", List.copyOf(WISHES.keySet()), "Choose what the wish is about"),
                f.need("words", "Write the wish in their own words"));
    }

    private static PersonEvent carer(Form f) {
        String name = f.need("name", "Write the carer's name");
        String key = f.may("carer");
        return new PersonEvent.CarerNamed(
                key.isEmpty() ? word(name) : key,
                name,
                f.need("relation", "Write who they are to the person, such as daughter or neighbour"),
                f.may("phone"),
                f.may("note"));
    }

    private static PersonEvent carerSupport(Form f, PersonCard card) {
        String carer = f.may("carer");
        if (!carer.isEmpty() && card.find(PersonCard.Kind.CARER, carer).isEmpty()) {
            f.fault("carer", "This carer is not named here. Choose one of the list.");
        }
        return new PersonEvent.CarerSupported(
                carer,
                f.oneOf("kind", List.copyOf(SUPPORTS.keySet()), "Choose how the carer was supported"),
                f.may("words"));
    }

    private static Map<String, String> ordered(String... keysAndTitles) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndTitles.length; i += 2) {
            map.put(keysAndTitles[i], keysAndTitles[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }

    private static PersonEvent alert(Form f) {
        String about = f.need("about", "Write what the alert is about, such as a key safe or an allergy");
        return new PersonEvent.AlertRaised(word(about), about + ": " + f.need("words", "Write what staff must know"));
    }

    private static PersonEvent clear(Form f, PersonCard card) {
        String alert = f.may("alert");
        if (card.find(PersonCard.Kind.ALERT, alert).isEmpty()) {
            f.fault("alert", "This alert is not raised, or was cleared already. Choose one of the list.");
        }
        return new PersonEvent.AlertCleared(alert, f.need("reason", "Write why the alert no longer holds"));
    }

    /** Asking again what is known needs a reason, so that people tell their story once. */
    private static PersonEvent answer(Form f, PersonCard card) {
        String known = f.may("question");
        String own = f.may("own-question");
        String question = known.isEmpty() ? word(own) : known;
        if (question.isEmpty()) {
            f.fault("question", "Choose a question, or write your own");
        }
        String reason = f.may("repeat-reason");
        Optional<PersonCard.Note> before = card.find(PersonCard.Kind.STORY, question);
        if (before.isPresent() && reason.isEmpty()) {
            f.fault(
                    "repeat-reason",
                    "This was answered before (" + before.get().words() + ", "
                            + before.get().toldBy() + "). Write why it has to be asked again.");
        }
        return new PersonEvent.StoryAnswered(
                question,
                f.need("answer", "Write the answer"),
                f.oneOf("sure", SURE, "Choose how sure the answer is"),
                before.isPresent() ? reason : null);
    }

    /** The details of a form; what it does not ask for stays as it was known. */
    Details details(Form f, Fields known) {
        String practice = f.may("practice").toUpperCase(Locale.ROOT);
        if (!practice.isEmpty() && practice(practice).isEmpty()) {
            f.fault(
                    "practice",
                    "No practice of this place has the code (" + practice + "). Leave it out if you do not know.");
        }
        String locality = f.may("locality");
        if (place.localities().stream().noneMatch(l -> l.id().value().equals(locality))) {
            f.fault("locality", "Choose the locality where they live");
        }
        int frailty = f.whole("frailty");
        if (frailty < 0 || frailty > 9) {
            f.fault(
                    "frailty",
                    "The Clinical Frailty Scale goes from 1 to 9. Leave it out where nobody has recorded it.");
        }
        return new Details(
                nhsNumber(f),
                f.need("family", "Write the family name"),
                f.need("given", "Write the given name"),
                born(f),
                f.oneOf("sex", SEXES, "Choose the sex; choose 'unknown' where you do not know"),
                f.may("address"),
                f.may("postcode").toUpperCase(Locale.ROOT),
                f.may("phone"),
                locality,
                practice,
                f.may("language"),
                f.fields().has("interpreter"),
                known.text("ethnicity"),
                f.fields().has("lives-alone"),
                f.fields().has("dementia"),
                frailty,
                f.oneOf("residence", RESIDENCES, "Choose where they live"),
                known.has("synthetic"));
    }

    private Optional<Practice> practice(String code) {
        return place.practices().stream()
                .filter(p -> p.code().value().equals(code))
                .findFirst();
    }

    private static @Nullable String nhsNumber(Form f) {
        String text = f.may("nhs-number");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return NhsNumber.of(text).value();
        } catch (IllegalArgumentException e) {
            f.fault("nhs-number", Plain.capital(String.valueOf(e.getMessage())));
            return null;
        }
    }

    private static java.time.@Nullable LocalDate born(Form f) {
        java.time.LocalDate born = f.day("born");
        if (born == null && f.fields().text("born").isEmpty()) {
            f.fault("born", "Write the date of birth, such as 1941-03-27");
        }
        return born;
    }

    /** A word to keep something under: lower-case letters and digits joined by hyphens, at most 60. */
    static String word(String text) {
        String word =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return word.length() > 60 ? word.substring(0, 60) : word;
    }

    /** The kinds of wish in the order in which they are offered. */
    public static List<String> wishes() {
        return List.of("place-of-care", "who-may-know", "contact", "other");
    }
}

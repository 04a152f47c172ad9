package uk.homeward.insight.measures;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.insight.events.FactStore;
import uk.homeward.insight.events.LookFacts;
import uk.homeward.insight.events.PersonFacts;
import uk.homeward.insight.events.Pseudonyms;
import uk.homeward.insight.events.Published;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PackageEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SearchEvent;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.flow.Criteria;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.FollowUpId;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StepId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.spell.Spell;
import uk.homeward.journey.spell.Spells;

/**
 * A drawn timeline: one line for each event, {@code date time who what ...} in local time. Somebody's second journey is
 * told of {@code ann/2}. Words behind {@code told} say when we heard of it.
 */
final class Timeline {

    static final Path PLACE = Path.of(System.getProperty("homeward.root"), "places", "birmingham-solihull");
    static final Place BIRMINGHAM = Place.load(PLACE);
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Pathway PATHWAY = Pathway.load(PLACE.resolve("pathways/intermediate-care.yaml"));
    private static final FlowPlace LEAVING = FlowPlace.of(BIRMINGHAM, Criteria.load(PLACE));
    private static final Actor STAFF = new Actor("u1", "Sam Lee", "responder", "bchc");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Map<String, List<Recorded<JourneyEvent>>> journeys = new LinkedHashMap<>();
    private final Map<String, List<Recorded<SpellEvent>>> spells = new LinkedHashMap<>();
    private final Map<String, List<Recorded<FlowEvent>>> flows = new LinkedHashMap<>();
    private final Map<String, PersonFacts> people = new HashMap<>();
    private final List<Recorded<? extends Event>> all = new ArrayList<>();
    private final List<LookFacts> looks = new ArrayList<>();

    /** Publishes what the lines tell, as it stands at a moment. */
    static void publish(List<String> lines, String asOf, Path folder) {
        Timeline timeline = new Timeline();
        lines.forEach(timeline::read);
        timeline.publish(folder, instant(asOf));
    }

    private static Instant instant(String text) {
        return LocalDateTime.parse(text, MOMENT).atZone(ZONE).toInstant();
    }

    private void read(String line) {
        String[] told = line.strip().split("\\s+told\\s+");
        String[] words = told[0].split("\\s+");
        Instant at = instant(words[0] + " " + words[1]);
        Instant heard = told.length > 1 ? instant(told[1]) : at;
        String who = words[2];
        String[] rest = java.util.Arrays.copyOfRange(words, 4, words.length);
        if (!person(who, words[3], rest, at, heard)
                && !spell(who, words[3], rest, at, heard)
                && !flow(who, words[3], rest, at, heard)
                && !arranged(who, words[3], rest, at, heard)) {
            journey(who, at, heard, event(who, words[3], rest));
        }
    }

    private boolean person(String who, String verb, String[] w, Instant at, Instant heard) {
        switch (verb) {
            case "is" -> people.put(who, known(who, LocalDate.parse(w[1]), w[0], w[2], who, null));
            case "died" -> {
                PersonFacts p = find(who);
                people.put(who, known(who, p.born(), p.sex(), p.locality(), who, at));
            }
            case "same-as" -> {
                PersonFacts p = find(who);
                people.put(who, known(who, p.born(), p.sex(), p.locality(), w[0], p.diedAt()));
            }
            case "answered" ->
                tell(
                        Subject.person(who),
                        at,
                        heard,
                        new PersonEvent.StoryAnswered(w[0], "yes", "certain", w.length > 1 ? "was unsure" : null));
            case "carer-supported-by" ->
                tell(Subject.person(who), at, heard, new PersonEvent.CarerSupported("", w[0], ""));
            case "found-it" -> tell(Subject.person(who), at, heard, new PersonEvent.ExperienceTold(w[0], ""));
            case "looked-at" ->
                looks.add(new LookFacts(looks.size() + 1, who, at, w[0], "bchc", "record", w.length > 1));
            case "confirmed" ->
                tell(
                        Subject.pool(w[0] + "/" + w[1]),
                        at,
                        heard,
                        new PoolEvent.CapacityConfirmed(
                                PoolId.of(w[0]), w[1], Double.parseDouble(w[2]), Double.parseDouble(w[3]), ""));
            default -> {
                return false;
            }
        }
        return true;
    }

    private PersonFacts find(String who) {
        return people.getOrDefault(who, PersonFacts.unknown(who));
    }

    private static PersonFacts known(
            String who,
            @Nullable LocalDate born,
            @Nullable String sex,
            @Nullable String locality,
            String standsFor,
            @Nullable Instant died) {
        return new PersonFacts(who, standsFor, born, sex, locality, 0, null, "own-home", 0, false, false, 0, died);
    }

    private boolean spell(String who, String verb, String[] w, Instant at, Instant heard) {
        String person = who.split("/")[0];
        SpellEvent event = switch (verb) {
            case "arrives" -> new SpellEvent.Arrived(person, w[0], w[1], null, "");
            case "admitted" -> new SpellEvent.Admitted(person, w[0], w[1], null);
            case "goes" -> new SpellEvent.Discharged(person, w[0], w[1], w.length > 2 ? w[2] : null);
            case "coded" ->
                new SpellEvent.Coded(person, w[0], w[1], List.of(java.util.Arrays.copyOfRange(w, 2, w.length)));
            case "expected-to-go" -> new SpellEvent.DischargeExpected(person, w[0], w[1], at);
            default -> null;
        };
        if (event != null) {
            String subject = "uhb/" + person;
            List<Recorded<SpellEvent>> known = spells.computeIfAbsent(subject, s -> new ArrayList<>());
            known.add(new Recorded<>(Subject.spell(subject), known.size() + 1, at, heard, STAFF, event));
            all.add(known.getLast());
        }
        return event != null;
    }

    /** What staff say of a stay: {@code ann/a1 is-ready}. */
    private boolean flow(String who, String verb, String[] w, Instant at, Instant heard) {
        FlowEvent event = switch (verb) {
            case "is-ready" -> new FlowEvent.CriteriaReviewed(false, "", true, "");
            case "must-stay" -> new FlowEvent.CriteriaReviewed(true, w.length > 0 ? w[0] : "unstable", true, "");
            case "held-up-by" -> new FlowEvent.HoldUpNamed(w[0], "");
            case "expected-on" -> new FlowEvent.DischargeDateSet(LocalDate.parse(w[0]), w.length > 1 ? w[1] : "");
            case "needs" ->
                new FlowEvent.NeedDescribed(
                        java.util.Arrays.stream(w).map(FlowEvent.Need::valueOf).toList(), "");
            case "bed-asked" -> new FlowEvent.BedAsked(w.length > 0, "no room at home", "the family");
            case "goes-to" -> new FlowEvent.DestinationNamed(FlowEvent.DestinationKind.valueOf(w[0]), "", "");
            case "judged" -> new FlowEvent.DayJudged(LocalDate.parse(w[1]), w[0].equals("green"), "scan");
            case "reviewed-after" -> new FlowEvent.StayReviewed(Integer.parseInt(w[0]), "", "");
            case "summary-sent" -> new FlowEvent.SummarySent("gp", List.of(FlowEvent.SummaryPart.values()));
            case "summary-read" -> new FlowEvent.SummaryAcknowledged("gp", "Dr Lee");
            case "arrival-by" -> new FlowEvent.ArrivalCheckNamed("niece", "0121");
            case "arrived-well" -> new FlowEvent.ArrivalChecked(true, "");
            case "mended" ->
                new FlowEvent.FactAmended(
                        Integer.parseInt(w[0]), w.length > 2 ? instant(w[1] + " " + w[2]) : null, w.length < 2, "");
            default -> null;
        };
        if (event != null) {
            String stay = "uhb/" + who;
            List<Recorded<FlowEvent>> known = flows.computeIfAbsent(stay, s -> new ArrayList<>());
            known.add(new Recorded<>(Subject.flow(stay), known.size() + 1, at, heard, STAFF, event));
            all.add(known.getLast());
        }
        return event != null;
    }

    /** What is looked for and arranged: {@code ann asks-continuing-care fast-track}. */
    private boolean arranged(String who, String verb, String[] w, Instant at, Instant heard) {
        PackageEvent told = switch (verb) {
            case "has-package" -> new PackageEvent.PackageOpened(who, w[0], "", "Kim", "0121");
            case "asks-continuing-care" ->
                new PackageEvent.ContinuingCareAsked("Kim", "0121", w.length > 0 && w[0].equals("fast-track"), "");
            case "continuing-care-decided" -> new PackageEvent.ContinuingCareDecided(w[0].equals("eligible"), "", "");
            case "offered-budget" ->
                new PackageEvent.BudgetOffered(Double.parseDouble(w[0]), PackageEvent.BudgetAnswer.valueOf(w[1]), "");
            default -> null;
        };
        SearchEvent looked = switch (verb) {
            case "place-accepted" ->
                new SearchEvent.OfferAccepted(
                        w[0], LocalDate.ofInstant(at, ZONE), SearchEvent.Assessment.values()[0], "");
            case "place-declined" -> new SearchEvent.OfferDeclined(w[0], SearchEvent.DeclineReason.valueOf(w[1]), "");
            default -> null;
        };
        if (told != null) {
            tell(Subject.carePackage(who), at, heard, told);
        }
        if (looked != null) {
            tell(Subject.search(who), at, heard, looked);
        }
        return told != null || looked != null;
    }

    private static JourneyEvent event(String who, String verb, String[] w) {
        return switch (verb) {
            case "opens" ->
                new JourneyEvent.JourneyOpened(
                        who.split("/")[0],
                        PathwayId.of("intermediate-care"),
                        1,
                        RouteId.of(w[0]),
                        new JourneyEvent.Sender(w[1], "", "", ""),
                        "a fall",
                        w.length > 2 ? Map.of("locality", w[2], "urgency", "urgent") : Map.of());
            case "accepted" -> new JourneyEvent.ReferralAccepted();
            case "declined" -> new JourneyEvent.ReferralDeclined(w[0], "");
            case "requested" -> new JourneyEvent.StepRequested(StepId.of(w[0]));
            case "started" ->
                new JourneyEvent.StepStarted(
                        StepId.of(w[0]),
                        w.length > 1
                                ? List.of(new uk.homeward.journey.event.Place(PoolId.of(w[1]), w[2], null))
                                : List.of());
            case "contact" ->
                new JourneyEvent.ContactMade(
                        StepId.of(w[0]),
                        w.length > 1 ? JourneyEvent.Mode.valueOf(w[1]) : JourneyEvent.Mode.FACE_TO_FACE,
                        "nurse",
                        "");
            case "completed" -> new JourneyEvent.StepCompleted(StepId.of(w[0]), "");
            case "left" -> new JourneyEvent.StepLeft(StepId.of(w[0]));
            case "decided" ->
                new JourneyEvent.DecisionMade(
                        DecisionId.of(w[0]),
                        OptionId.of(w[1]),
                        "",
                        w.length > 2 ? List.of(w[2].split("\\+")) : List.of(),
                        w.length > 3 ? "home" : null,
                        null);
            case "caused" -> new JourneyEvent.DelayCaused(w[0], "", "");
            case "ended" -> new JourneyEvent.JourneyEnded(ExitId.of(w[0]), "");
            case "followed-up" -> new JourneyEvent.FollowedUp(FollowUpId.of(w[0]), w[1], "");
            case "asked-for-more" -> new JourneyEvent.MoreInformationAsked("which medicines?");
            case "was-told" -> new JourneyEvent.InformationGiven("none");
            case "amended" -> new JourneyEvent.EventAmended(Integer.parseInt(w[0]), instant(w[1] + " " + w[2]), "");
            case "measured" ->
                new JourneyEvent.OutcomeMeasured(w[0], Double.parseDouble(w[1]), JourneyEvent.When.valueOf(w[2]));
            case "has-goal" -> new JourneyEvent.GoalSet(w[0], "walk to the shop", null);
            case "reached" -> new JourneyEvent.GoalReviewed(w[0], Integer.parseInt(w[1]), "");
            case "rings" -> new JourneyEvent.CoordinatorNamed("u2", "Kim", "0121", "bchc");
            default -> throw new IllegalArgumentException("no timeline tells (" + verb + ")");
        };
    }

    private void journey(String who, Instant at, Instant heard, JourneyEvent event) {
        List<Recorded<JourneyEvent>> known = journeys.computeIfAbsent(who, j -> new ArrayList<>());
        known.add(new Recorded<>(Subject.journey(who), known.size() + 1, at, heard, STAFF, event));
        all.add(known.getLast());
    }

    private <E extends Event> void tell(Subject subject, Instant at, Instant heard, E event) {
        int sequence =
                (int) all.stream().filter(r -> r.subject().equals(subject)).count() + 1;
        all.add(new Recorded<>(subject, sequence, at, heard, STAFF, event));
    }

    private void publish(Path folder, Instant asOf) {
        Calendar calendar = new Calendar(ZONE, Set.of());
        try (FactStore store = FactStore.open(
                FactFolder.open(folder),
                Published.nothing("birmingham-solihull", ZONE, "journal"),
                Pseudonyms.ofSimulation(),
                BIRMINGHAM)) {
            for (int i = 0; i < all.size(); i++) {
                store.event(i + 1, all.get(i));
            }
            journeys.forEach((id, told) -> store.journey(
                    Journey.of(PATHWAY, calendar, told), told.getFirst().occurredAt(), find(id.split("/")[0])));
            spells.forEach((subject, told) -> store.spells(subject, told, find(subject.split("/")[1])));
            flows.forEach((stay, told) -> flow(stay, told)
                    .ifPresent(f -> store.discharge(f, find(f.spell().person()), asOf)));
            people.values().forEach(store::person);
            looks.forEach(store::look);
            store.commit(store.published().after(Integer.toString(all.size()), looks.size(), asOf));
        }
    }

    private java.util.Optional<Flow> flow(String stay, List<Recorded<FlowEvent>> told) {
        String subject = stay.substring(0, stay.lastIndexOf('/'));
        List<Spell> of = Spells.of(spells.getOrDefault(subject, List.of()));
        for (int i = 0; i < of.size(); i++) {
            if (Spells.id(subject, of, i).equals(stay)) {
                return java.util.Optional.of(Flow.of(stay, of.get(i), LEAVING, told));
            }
        }
        return java.util.Optional.empty();
    }
}

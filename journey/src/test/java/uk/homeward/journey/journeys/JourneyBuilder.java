package uk.homeward.journey.journeys;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;

/** Tells a journey as a sequence of dated commands. Times are local times of the place. */
final class JourneyBuilder {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Pathway PATHWAY = Pathway.load(Path.of(System.getProperty("homeward.root"))
            .resolve("places/birmingham-solihull/pathways/intermediate-care.yaml"));
    private static final Actor STAFF = Actor.system("test", "test");

    private final List<Recorded<JourneyEvent>> events = new ArrayList<>();
    private final Map<String, String> story = new HashMap<>();

    static JourneyBuilder aJourney() {
        return new JourneyBuilder();
    }

    JourneyBuilder withStory(String question, String answer) {
        story.put(question, answer);
        return this;
    }

    JourneyBuilder referredAt(String time) {
        return opened(time, "professional", "gp");
    }

    JourneyBuilder arrivedAt(String time) {
        return opened(time, "hospital-front-door", "hospital");
    }

    private JourneyBuilder opened(String time, String route, String sender) {
        JourneyCommand.Open open = new JourneyCommand.Open(
                "p1",
                RouteId.of(route),
                new Sender(sender, "Riverside Practice", "Dr Lee", "0121 496 0001"),
                "a fall",
                Map.of("urgency", "urgent"));
        append(time, Handling.open(PATHWAY, open));
        return this;
    }

    JourneyBuilder at(String time, JourneyCommand command) {
        switch (answer(time, command)) {
            case Answer.Done done -> append(time, done.events());
            case Answer.Refused refused -> throw new AssertionError(refused);
        }
        return this;
    }

    JourneyBuilder starts(String time, String pool) {
        return at(time, new JourneyCommand.StartStep(List.of(new Place(PoolId.of(pool), "unit", null))));
    }

    String refusal(String time, JourneyCommand command) {
        return switch (answer(time, command)) {
            case Answer.Done done -> throw new AssertionError("allowed: " + done);
            case Answer.Refused refused -> refused.code();
        };
    }

    private Answer answer(String time, JourneyCommand command) {
        return Handling.answer(
                journey(), command, new Situation(instant(time), STAFF, story, new Calendar(ZONE, Set.of())));
    }

    private void append(String time, List<JourneyEvent> happened) {
        for (JourneyEvent event : happened) {
            events.add(new Recorded<>(
                    Subject.journey("j1"), events.size() + 1, instant(time), instant(time), STAFF, event));
        }
    }

    Journey journey() {
        return Journey.of(PATHWAY, new Calendar(ZONE, Set.of()), events);
    }

    Clock clock(String standard) {
        return journey().clocks().stream()
                .filter(c -> c.standard().value().equals(standard))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no clock " + standard));
    }

    <E extends JourneyEvent> List<E> events(Class<E> kind) {
        return journey().history().events().stream()
                .map(Recorded::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    Instant instant(String time) {
        return LocalDateTime.parse(time).atZone(ZONE).toInstant();
    }
}

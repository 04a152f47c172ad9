package uk.homeward.bench.commands;

import java.util.List;
import java.util.Map;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent.Mode;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Told;
import uk.homeward.server.time.PlaceTime;

/** Journeys from referral to staying at home, each command of which is durable before the next is told. */
final class Commands {

    private static final Actor TRIAGE = new Actor("bench-triage", "Bench", "triage-clinician", "bchc");
    private static final Actor RESPONDER = new Actor("bench-responder", "Bench", "responder", "bchc");
    private static final int UNTIL_DECIDED = 3;
    private static final List<JourneyCommand> COURSE = List.of(
            new JourneyCommand.Accept(),
            new JourneyCommand.RecordFinding("Lives alone, fell in the night, walks with a frame"),
            new JourneyCommand.Decide(OptionId.of("respond"), "", List.of("nurse", "therapist"), "At home", null),
            new JourneyCommand.StartStep(List.of()),
            new JourneyCommand.MakeContact(Mode.FACE_TO_FACE, "nurse", "Seen in the kitchen, tea made"),
            new JourneyCommand.RecordFinding("Blood pressure lower when standing"),
            new JourneyCommand.AddNote("Daughter will come at six"),
            new JourneyCommand.CompleteStep("Better"),
            new JourneyCommand.Decide(OptionId.of("stays-home"), "", List.of("nurse"), "At home", null));

    private static final List<String> LOCALITIES = List.of("central", "east", "north", "solihull", "south", "west");

    /** Commands of each journey, its opening among them. */
    static final int EACH = COURSE.size() + 1;

    private final Desk desk;
    private final PlaceTime time;

    Commands(Desk desk, PlaceTime time) {
        this.desk = desk;
        this.time = time;
    }

    /** One client's journeys, in the locality where its team works. */
    long[] journeys(int number, String name, int client) {
        long[] nanos = new long[number * EACH];
        for (int j = 0; j < number; j++) {
            journey(name + "-" + j, LOCALITIES.get(client % LOCALITIES.size()), nanos, j * EACH);
        }
        return nanos;
    }

    private void journey(String id, String locality, long[] nanos, int first) {
        long from = System.nanoTime();
        int version = done(desk.open(
                id,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        "somebody-" + id,
                        RouteId.of("professional"),
                        new Sender("gp", "Practice", "Dr", ""),
                        "Fell in the night",
                        Map.of("urgency", "urgent", "locality", locality)),
                time.instant(),
                TRIAGE,
                id));
        nanos[first] = System.nanoTime() - from;
        for (int i = 0; i < COURSE.size(); i++) {
            from = System.nanoTime();
            version = done(desk.tell(
                    id, version, COURSE.get(i), time.instant(), i < UNTIL_DECIDED ? TRIAGE : RESPONDER, id + "/" + i));
            nanos[first + i + 1] = System.nanoTime() - from;
        }
    }

    /** The journey's version after a command, which must have been done. */
    private static int done(Told told) {
        if (told instanceof Told.Done done) {
            return done.journey().version();
        }
        throw new IllegalStateException(
                "a command was not done: " + (told instanceof Told.Refused refused ? refused.code() : told.getClass()));
    }
}

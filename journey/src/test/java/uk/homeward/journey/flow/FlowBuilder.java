package uk.homeward.journey.flow;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.spell.Spell;
import uk.homeward.journey.spell.Spell.State;
import uk.homeward.journey.spell.WardMove;

/** A stay in Birmingham that is told step by step; times are local, such as {@code 2026-03-02T10:00}. */
final class FlowBuilder {

    static final FlowPlace PLACE = place();
    private static final Actor NURSE = new Actor("peter", "Peter Hall", "ward", "uhb");

    private final List<Recorded<FlowEvent>> told = new ArrayList<>();
    private final List<WardMove> moves = new ArrayList<>();
    private boolean alone;
    private State state = State.ADMITTED;
    private final Instant admitted;
    private @org.jspecify.annotations.Nullable Instant left;
    private FlowAnswer last = new FlowAnswer.Done(List.of());

    private FlowBuilder(Instant admitted) {
        this.admitted = admitted;
    }

    private static FlowPlace place() {
        Path folder = Path.of(System.getProperty("homeward.root")).resolve("places/birmingham-solihull");
        return FlowPlace.of(Place.load(folder), Criteria.load(folder));
    }

    static FlowBuilder admitted(String at) {
        return new FlowBuilder(at(at));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(PLACE.zone()).toInstant();
    }

    FlowBuilder livesAlone() {
        alone = true;
        return this;
    }

    FlowBuilder left(String at) {
        left = at(at);
        state = State.LEFT;
        return this;
    }

    FlowBuilder cancelled() {
        state = State.CANCELLED;
        return this;
    }

    FlowBuilder moved(String at, String from, String to) {
        moves.add(new WardMove(at(at), from, to));
        return this;
    }

    /** Asks for something; what follows stands, what is refused is kept for {@link #refused}. */
    FlowBuilder tell(String at, FlowCommand command) {
        last = FlowHandling.answer(flow(), command, new FlowSituation(at(at), NURSE, alone));
        if (last instanceof FlowAnswer.Done done) {
            done.events().forEach(event -> record(at, event));
        }
        return this;
    }

    FlowBuilder round(String at, boolean met) {
        return tell(at, new FlowCommand.Review(met, met ? "oxygen" : "", true, ""));
    }

    /** A fact as it is, without asking the rules. */
    FlowBuilder record(String at, FlowEvent event) {
        told.add(new Recorded<>(Subject.flow("s1"), told.size() + 1, at(at), at(at), NURSE, event));
        return this;
    }

    Flow flow() {
        Spell spell = new Spell(
                "p1",
                "qehb",
                "V1",
                state,
                "qehb-medical-ward-1",
                admitted,
                admitted,
                left,
                null,
                "",
                null,
                List.of(),
                moves);
        return Flow.of("s1", spell, PLACE, told);
    }

    /** The code with which the last command was refused; empty if it was done. */
    String refused() {
        return switch (last) {
            case FlowAnswer.Refused refused -> refused.code();
            case FlowAnswer.Done done -> "";
        };
    }

    /** The words with which the last command was refused. */
    String why() {
        return switch (last) {
            case FlowAnswer.Refused refused -> refused.why();
            case FlowAnswer.Done done -> "";
        };
    }
}

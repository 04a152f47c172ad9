package uk.homeward.foresight.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.network.Standing;
import uk.homeward.foresight.network.Trait;

/** The people who stand in the place when a run begins: in a step for so long, waiting for one, or about to enter one. */
final class AtStart {

    private static final long STANDING = 1L << 47;

    private static final List<Standing.State> FIRST_INSIDE =
            List.of(Standing.State.IN_STEP, Standing.State.WAITING, Standing.State.ENTERING);

    private final Play play;
    private final Compiled net;
    private final StepState[] states;
    private final Map<String, Integer> placeOf = new HashMap<>(); // steps and decisions by name
    private final double[][] mix; // running shares of each trait
    private final long standingKey;

    AtStart(Play play, long runKey) {
        this.play = play;
        this.net = play.net;
        this.states = play.tally.steps;
        this.standingKey = Chance.key(runKey, "standing");
        this.mix = mix(net.network.traits());
        net.network.steps().forEach(s -> placeOf.put(s.name(), placeOf.size()));
        net.network.decisions().forEach(d -> placeOf.put(d.name(), placeOf.size()));
    }

    private static double[][] mix(List<Trait> traits) {
        double[][] mix = new double[traits.size()][];
        for (int i = 0; i < mix.length; i++) {
            List<Trait.Value> values = traits.get(i).values();
            mix[i] = new double[values.size()];
            double sum = 0;
            for (int v = 0; v < values.size(); v++) {
                sum += values.get(v).share();
                mix[i][v] = sum;
            }
        }
        return mix;
    }

    private int place(String name) {
        return Objects.requireNonNull(placeOf.get(name)); // the compiler has refused other names
    }

    void begin() {
        List<Standing> all = net.network.standing();
        Person[] keeping = new Person[all.size()];
        for (int i = 0; i < keeping.length; i++) {
            keeping[i] = keeps(all.get(i), i);
        }
        for (Standing.State state : FIRST_INSIDE) {
            for (int i = 0; i < keeping.length; i++) {
                if (all.get(i).state() == state) {
                    Person kept = keeping[i];
                    stand(all.get(i), kept == null ? standing(all.get(i), i) : kept);
                }
            }
        }
    }

    /** Somebody who keeps a place from before, and has it before anybody else looks for one; null if they keep none. */
    private @Nullable Person keeps(Standing standing, int index) {
        String step = standing.keeps();
        if (step == null) {
            return null;
        }
        Person p = standing(standing, index);
        keep(p, place(step), Lasts.millis(standing.elapsedHours()));
        return p;
    }

    private Person standing(Standing standing, int index) {
        Person p = play.people.add();
        p.source = -1;
        p.serial = STANDING | index;
        p.key = Chance.key(standingKey, index);
        p.round = 0;
        p.traits = net.packing.put(net.packing.draw(mix, p.key, play.chance), standing.traits());
        play.arriving.begins(p, 0);
        p.delay = (long) (standing.delayDays() * 86_400_000L);
        return p;
    }

    private void stand(Standing standing, Person p) {
        int place = place(standing.step());
        long elapsed = Lasts.millis(standing.elapsedHours());
        switch (standing.state()) {
            case ENTERING -> play.moves.go(p, place);
            case WAITING -> waitSince(p, place, elapsed);
            case IN_STEP -> stand(p, place, elapsed);
        }
    }

    /** Someone who keeps the place of a step that was done before the run begins. */
    private void keep(Person p, int step, long elapsed) {
        p.step = states[step];
        play.clocks.begun(play.now - elapsed, net.moments.completed[step], p);
        play.places.occupy(p, states[step].plan);
    }

    /** Someone who has been in a step for {@code elapsed} milliseconds when the run begins. */
    private void stand(Person p, int step, long elapsed) {
        p.step = states[step];
        p.ready = play.now;
        play.places.occupy(p, states[step].plan);
        play.clocks.begun(play.now - elapsed, net.moments.started[step], p);
        long lasts = states[step].plan.lasts.remaining(elapsed, p.key, p.round, p.traits, p.delay, play.chance);
        play.moves.begin(p, states[step], lasts);
    }

    /** Someone who has waited for a step for {@code elapsed} milliseconds when the run begins. */
    private void waitSince(Person p, int step, long elapsed) {
        p.origin = p.held == 0 ? null : p.step;
        p.step = states[step];
        p.ready = play.now - elapsed;
        play.clocks.happenedAt(play.now - elapsed, net.moments.ready[step], play, p);
        int grant = play.places.findGrant(p, states[step]);
        if (grant >= 0) {
            play.places.seize(p, grant);
            play.moves.granted(p, grant, false);
        } else {
            play.moves.await(p, states[step]);
        }
    }
}

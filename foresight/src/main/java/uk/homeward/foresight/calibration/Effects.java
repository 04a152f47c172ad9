package uk.homeward.foresight.calibration;

import java.util.ArrayList;
import java.util.List;
import uk.homeward.journey.pathway.Shift;

/** The numbers of shifts that are not simply 1. */
final class Effects {

    private Effects() {}

    static List<Effect> of(List<Shift> shifts) {
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < shifts.size(); i++) {
            if (shifts.get(i).times() != 1) {
                effects.add(new Effect(i, shifts.get(i), false));
            }
            if (shifts.get(i).perDayDelayed() != 1) {
                effects.add(new Effect(i, shifts.get(i), true));
            }
        }
        return effects;
    }

    /** The shifts with what was learned in place of what was assumed. */
    static List<Shift> learned(List<Shift> shifts, List<LearnedEffect> learned) {
        List<Shift> now = new ArrayList<>(shifts);
        for (LearnedEffect effect : learned) {
            if (effect.isLearned()) {
                Effect here = new Effect(effect.shift(), now.get(effect.shift()), effect.perDay());
                now.set(here.shift(), here.with(effect.factor().value()));
            }
        }
        return now;
    }
}

package uk.homeward.foresight.engine;

import java.util.ArrayList;
import java.util.List;
import uk.homeward.foresight.network.Effect;
import uk.homeward.foresight.network.Trait;

/**
 * Which cell of a table belongs to a person: an index over those traits alone on which the table depends, taken from the
 * packed traits by shifts and masks.
 */
final class Factors {

    private final int[] shift;
    private final int[] mask;
    private final int[] stride;
    private final List<Trait> traits;
    private final int size;

    private Factors(int[] shift, int[] mask, int[] stride, List<Trait> traits, int size) {
        this.shift = shift;
        this.mask = mask;
        this.stride = stride;
        this.traits = traits;
        this.size = size;
    }

    /** The index over all traits that these effects name. */
    static Factors over(List<Effect> effects, TraitPacking packing) {
        List<Trait> used = packing.traits().stream()
                .filter(t -> effects.stream().anyMatch(e -> e.when().containsKey(t.name())))
                .toList();
        int n = used.size();
        int[] shift = new int[n];
        int[] mask = new int[n];
        int[] stride = new int[n];
        int size = 1;
        for (int i = 0; i < n; i++) {
            shift[i] = packing.shift(used.get(i).name());
            mask[i] = packing.mask(used.get(i).name());
            stride[i] = size;
            size *= used.get(i).values().size();
        }
        return new Factors(shift, mask, stride, used, size);
    }

    int of(long packed) {
        int index = 0;
        for (int i = 0; i < shift.length; i++) {
            index += (int) (packed >>> shift[i] & mask[i]) * stride[i];
        }
        return index;
    }

    int size() {
        return size;
    }

    /** The effects that apply to the people of a cell. */
    List<Effect> applying(List<Effect> effects, int cell) {
        List<Effect> applying = new ArrayList<>();
        for (Effect effect : effects) {
            boolean holds = true;
            for (int i = 0; i < traits.size(); i++) {
                Trait trait = traits.get(i);
                String value = trait.values()
                        .get(cell / stride[i] % trait.values().size())
                        .name();
                var wanted = effect.when().get(trait.name());
                holds &= wanted == null || wanted.contains(value);
            }
            if (holds) {
                applying.add(effect);
            }
        }
        return applying;
    }

    static double times(List<Effect> effects) {
        return effects.stream().mapToDouble(Effect::times).reduce(1, (a, b) -> a * b);
    }

    /** The logarithm of the factor per day of delay. */
    static double perDay(List<Effect> effects) {
        return effects.stream().mapToDouble(e -> Math.log(e.perDayOfDelay())).sum();
    }
}

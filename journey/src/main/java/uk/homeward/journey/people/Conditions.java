package uk.homeward.journey.people;

import java.util.EnumMap;
import java.util.Map;
import uk.homeward.journey.person.FrailtyBand;
import uk.homeward.journey.person.Sex;
import uk.homeward.journey.place.PeopleModel;
import uk.homeward.journey.place.Shares;

/**
 * Frailty, dementia and care-home residence of one age and sex, drawn together. Frailty makes dementia likelier and both
 * make a care home likelier, in such a way that the shares by age and sex stay those of the model (unless a share would
 * pass {@link #MOST}).
 */
final class Conditions {

    private static final double MOST = 0.95;

    private final Shares<FrailtyBand> frailty;
    private final Map<FrailtyBand, Double> dementia = new EnumMap<>(FrailtyBand.class);
    private final Map<FrailtyBand, Double> careHome = new EnumMap<>(FrailtyBand.class);
    private final Map<FrailtyBand, Double> careHomeWithDementia = new EnumMap<>(FrailtyBand.class);

    Conditions(PeopleModel model, int age, Sex sex) {
        frailty = model.frailty().at(age);
        double dementiaSum = 0;
        for (FrailtyBand band : FrailtyBand.values()) {
            dementiaSum += frailty.shareOf(band) * model.dementiaTimes().getOrDefault(band, 1.0);
        }
        double dementiaShare = model.dementia().at(age).of(sex);
        double careHomeSum = 0;
        for (FrailtyBand band : FrailtyBand.values()) {
            double share = scaled(dementiaShare, model.dementiaTimes().getOrDefault(band, 1.0), dementiaSum);
            dementia.put(band, share);
            careHomeSum += frailty.shareOf(band)
                    * model.careHomeTimes().getOrDefault(band, 1.0)
                    * (1 - share + share * model.careHomeTimesWithDementia());
        }
        double careHomeShare = model.careHome().at(age).of(sex);
        for (FrailtyBand band : FrailtyBand.values()) {
            double times = model.careHomeTimes().getOrDefault(band, 1.0);
            careHome.put(band, scaled(careHomeShare, times, careHomeSum));
            careHomeWithDementia.put(
                    band, scaled(careHomeShare, times * model.careHomeTimesWithDementia(), careHomeSum));
        }
    }

    private static double scaled(double share, double times, double sum) {
        return sum == 0 ? 0 : Math.min(MOST, share * times / sum);
    }

    FrailtyBand frailty(double at) {
        return frailty.pick(at);
    }

    double dementia(FrailtyBand band) {
        return dementia.getOrDefault(band, 0.0);
    }

    double careHome(FrailtyBand band, boolean withDementia) {
        return (withDementia ? careHomeWithDementia : careHome).getOrDefault(band, 0.0);
    }
}

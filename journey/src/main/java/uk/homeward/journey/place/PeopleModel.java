package uk.homeward.journey.place;

import java.util.List;
import java.util.Map;
import uk.homeward.journey.person.FrailtyBand;
import uk.homeward.journey.person.Sex;

/**
 * The shares from which a place's synthetic older people are drawn: {@code people.yaml} and {@code people-ages.csv}.
 *
 * @param year for which the counts by age hold
 * @param ages counts by council area, single year of age and sex
 * @param frailty shares of the frailty bands by age
 * @param clinicalFrailty shares of the values 1 to 9 that a clinician records, for each band
 * @param dementia share by age and sex
 * @param dementiaTimes how much likelier dementia is with each band, at the same age and sex
 * @param careHome share who live in a care home by age and sex
 * @param careHomeTimes how much likelier that is with each band
 * @param careHomeTimesWithDementia how much likelier with dementia
 * @param livesAlone share by age and sex of those in their own home
 * @param carer share who have an unpaid carer by band, of those in their own home
 * @param carerTimesIfAlone what this share is multiplied by for those who live alone
 * @param communities shares of ethnic communities by locality
 * @param interpreter share of those speaking a language first who need an interpreter; absent means nobody
 * @param streets made-up streets
 */
public record PeopleModel(
        int year,
        List<AgeCount> ages,
        ByAge<Shares<FrailtyBand>> frailty,
        Map<FrailtyBand, Shares<Integer>> clinicalFrailty,
        ByAge<BySex> dementia,
        Map<FrailtyBand, Double> dementiaTimes,
        ByAge<BySex> careHome,
        Map<FrailtyBand, Double> careHomeTimes,
        double careHomeTimesWithDementia,
        ByAge<BySex> livesAlone,
        Map<FrailtyBand, Double> carer,
        double carerTimesIfAlone,
        Map<LocalityId, Shares<Community>> communities,
        Map<String, Double> interpreter,
        Streets streets) {

    public PeopleModel {
        ages = List.copyOf(ages);
        clinicalFrailty = Map.copyOf(clinicalFrailty);
        dementiaTimes = Map.copyOf(dementiaTimes);
        careHomeTimes = Map.copyOf(careHomeTimes);
        carer = Map.copyOf(carer);
        communities = Map.copyOf(communities);
        interpreter = Map.copyOf(interpreter);
    }

    /** All older people of the place. */
    public int total() {
        return ages.stream().mapToInt(count -> count.female() + count.male()).sum();
    }

    /** How many women and men of one age live in a council's area. */
    public record AgeCount(String authority, int age, int female, int male) {

        public int of(Sex sex) {
            return switch (sex) {
                case FEMALE -> female;
                case MALE -> male;
                case OTHER, UNKNOWN -> 0;
            };
        }
    }

    /** Shares for women and for men. */
    public record BySex(double female, double male) {

        /** The share; the mean of the two where sex is another or not known. */
        public double of(Sex sex) {
            return switch (sex) {
                case FEMALE -> female;
                case MALE -> male;
                case OTHER, UNKNOWN -> (female + male) / 2;
            };
        }
    }

    /**
     * An ethnic community.
     *
     * @param code the national data dictionary's letter
     * @param languages shares of the languages spoken first
     */
    public record Community(String id, String title, String code, Shares<String> languages, Names names) {}

    /** Made-up lists of names. */
    public record Names(List<String> female, List<String> male, List<String> family) {

        public Names {
            female = List.copyOf(female);
            male = List.copyOf(male);
            family = List.copyOf(family);
        }

        public List<String> given(Sex sex) {
            return sex == Sex.MALE ? male : female;
        }
    }

    /** Made-up streets, as "12 Barley Lane". */
    public record Streets(List<String> names, List<String> kinds, int numbersTo) {

        public Streets {
            names = List.copyOf(names);
            kinds = List.copyOf(kinds);
        }
    }
}

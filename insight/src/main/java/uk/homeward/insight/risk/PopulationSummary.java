package uk.homeward.insight.risk;

import java.util.Map;

/**
 * What a population run found.
 *
 * @param rows that were read
 * @param people who were scored
 * @param withoutPerson rows that name nobody, left out
 * @param badCodes rows whose code is not ICD-10, left out
 * @param badDates rows whose date cannot be read, left out; 0 when dates were not asked for
 * @param bands how many people are in each band
 * @param tooYoung how many people the file tells to be under 75
 */
public record PopulationSummary(
        long rows,
        long people,
        long withoutPerson,
        long badCodes,
        long badDates,
        Map<HospitalFrailty.Band, Long> bands,
        long tooYoung) {

    public PopulationSummary {
        bands = Map.copyOf(bands);
    }
}

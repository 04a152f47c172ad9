package uk.homeward.insight.risk;

import java.util.Set;

/**
 * What segments look at.
 *
 * @param age in whole years
 * @param codes of diagnoses
 * @param flags such as {@code end-of-life-register} that other systems keep
 * @param frailtyTenths the Hospital Frailty Risk Score in tenths
 */
public record PersonHistory(int age, Set<Icd10> codes, Set<String> flags, int frailtyTenths) {

    public PersonHistory {
        codes = Set.copyOf(codes);
        flags = Set.copyOf(flags);
        if (age < 0) {
            throw new IllegalArgumentException("The age is (" + age + "). Maybe: the date of birth is in the future.");
        }
    }
}

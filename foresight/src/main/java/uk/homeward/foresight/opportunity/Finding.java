package uk.homeward.foresight.opportunity;

/**
 * One reviewer's answer to one question about one case.
 *
 * @param question the question's id, such as {@code avoidable-admission}
 * @param setting where the person was, or empty
 * @param idealSetting where the person should have been, or empty
 * @param delayCause what held the person up, or empty
 */
public record Finding(
        String caseId,
        String question,
        String reviewer,
        String profession,
        Answer answer,
        String setting,
        String idealSetting,
        String delayCause) {}

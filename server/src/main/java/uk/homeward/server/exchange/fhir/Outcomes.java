package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Refusals as FHIR's OperationOutcome, with the error codes that BaRS names beside them. */
final class Outcomes {

    private static final String ERROR_CODES = "https://fhir.nhs.uk/Codesystem/http-error-codes";

    private Outcomes() {}

    static BaseServerResponseException of(Faulty faulty) {
        OperationOutcome outcome = outcome(faulty.status(), faulty.findings());
        if (faulty.kept() != null) {
            outcome.addIssue()
                    .setSeverity(IssueSeverity.INFORMATION)
                    .setCode(IssueType.INFORMATIONAL)
                    .setDiagnostics("Kept as received under number " + faulty.kept()
                            + "; a person here can mend it. A corrected one may be sent: it is applied once.");
        }
        return exception(faulty.status(), outcome);
    }

    static BaseServerResponseException of(int status, IssueType code, String what, String maybe) {
        return exception(status, outcome(status, List.of(new Finding(code, "", what, maybe))));
    }

    private static BaseServerResponseException exception(int status, OperationOutcome outcome) {
        BaseServerResponseException exception = BaseServerResponseException.newInstance(
                status, outcome.getIssueFirstRep().getDiagnostics());
        exception.setOperationOutcome(outcome);
        return exception;
    }

    static OperationOutcome outcome(int status, List<Finding> findings) {
        OperationOutcome outcome = new OperationOutcome();
        for (Finding finding : findings) {
            OperationOutcome.OperationOutcomeIssueComponent issue = outcome.addIssue()
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(finding.code())
                    .setDiagnostics(finding.what() + ". Maybe: " + finding.maybe());
            issue.getDetails().addCoding().setSystem(ERROR_CODES).setCode(word(status));
            if (!finding.element().isBlank()) {
                issue.addExpression(finding.element());
            }
        }
        return outcome;
    }

    private static String word(int status) {
        return switch (status) {
            case 401 -> "REC_UNAUTHORIZED";
            case 403 -> "REC_FORBIDDEN";
            case 404 -> "REC_NOT_FOUND";
            case 409 -> "REC_CONFLICT";
            case Faulty.UNUSABLE -> "REC_UNPROCESSABLE_ENTITY";
            case 500 -> "REC_SERVER_ERROR";
            default -> "REC_BAD_REQUEST";
        };
    }
}

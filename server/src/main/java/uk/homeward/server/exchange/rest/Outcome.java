package uk.homeward.server.exchange.rest;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.server.exchange.resources.Issue;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.exchange.resources.Unusable;

/** What is wrong, as FHIR says it. */
final class Outcome {

    private static final String ERROR_CODES = "https://fhir.nhs.uk/Codesystem/http-error-codes";

    private Outcome() {}

    static ObjectNode of(int status, List<Issue> issues) {
        ObjectNode outcome = Json.MAPPER.createObjectNode().put("resourceType", "OperationOutcome");
        ArrayNode list = outcome.putArray("issue");
        for (Issue issue : issues) {
            ObjectNode one = list.addObject()
                    .put("severity", status >= 400 ? "error" : issue.refuses() ? "error" : "warning")
                    .put("code", issue.code());
            if (status >= 400) {
                one.putObject("details")
                        .putArray("coding")
                        .addObject()
                        .put("system", ERROR_CODES)
                        .put("code", word(status));
            }
            one.put("diagnostics", words(issue));
            if (!issue.element().isBlank()) {
                one.putArray("expression").add(issue.element());
            }
        }
        return outcome;
    }

    static byte[] bytes(Unusable unusable) {
        return Json.MAPPER.writeValueAsBytes(of(unusable.status(), unusable.issues()));
    }

    /** That all is well, in plain words. */
    static ObjectNode well(String words) {
        ObjectNode outcome = Json.MAPPER.createObjectNode().put("resourceType", "OperationOutcome");
        outcome.putArray("issue")
                .addObject()
                .put("severity", "information")
                .put("code", "informational")
                .put("diagnostics", words);
        return outcome;
    }

    private static String words(Issue issue) {
        return issue.element().isBlank() ? issue.what() : issue.element() + " " + issue.what();
    }

    private static String word(int status) {
        return switch (status) {
            case 401 -> "REC_UNAUTHORIZED";
            case 403 -> "REC_FORBIDDEN";
            case 404, 410 -> "REC_NOT_FOUND";
            case 409, 412 -> "REC_CONFLICT";
            case 422 -> "REC_UNPROCESSABLE_ENTITY";
            case 500 -> "REC_SERVER_ERROR";
            case 503 -> "REC_SERVICE_UNAVAILABLE";
            default -> "REC_BAD_REQUEST";
        };
    }
}

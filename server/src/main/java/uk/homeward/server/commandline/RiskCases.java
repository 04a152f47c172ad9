package uk.homeward.server.commandline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.insight.risk.Charlson;
import uk.homeward.insight.risk.HospitalFrailty;
import uk.homeward.insight.risk.Icd10;
import uk.homeward.insight.risk.Lace;

/** Maps JSON cases to risk scores, and their results back. What is no ICD-10 code is left out and told. */
final class RiskCases {

    private final Map<String, Charlson> charlson = new LinkedHashMap<>();
    private final Consumer<String> leftOut;

    RiskCases(Consumer<String> leftOut) {
        this.leftOut = leftOut;
    }

    ObjectNode hospitalFrailty(CaseInput input) {
        HospitalFrailty.Result result = HospitalFrailty.published().score(codes(input));
        ObjectNode answer = CaseLines.object();
        CaseAnswer.put(answer, "score", result.score());
        answer.put("band", result.band().label());
        return answer;
    }

    /** The age is taken, and not counted: these are the indices without points for age. */
    ObjectNode charlson(CaseInput input) {
        if (charlson.isEmpty()) {
            charlson.put("quan/charlson", Charlson.of(Charlson.Coding.QUAN, Charlson.Weighting.CHARLSON));
            charlson.put("shmi/shmi", Charlson.of(Charlson.Coding.SHMI, Charlson.Weighting.SHMI));
        }
        List<Icd10> codes = codes(input);
        input.findNumber("age"); // refused when it is no number
        ObjectNode answer = CaseLines.object();
        charlson.forEach((name, index) ->
                answer.putObject(name).put("score", index.score(codes).score()));
        return answer;
    }

    ObjectNode lace(CaseInput input) {
        Lace lace = new Lace(
                (int) Math.floor(input.number("los_days")),
                input.flag("acute"),
                input.whole("charlson"),
                input.whole("ed_visits_6m"));
        return CaseLines.object().put("score", lace.score());
    }

    private List<Icd10> codes(CaseInput input) {
        List<Icd10> codes = new ArrayList<>();
        for (String written : input.texts("codes")) {
            Optional<Icd10> code = Icd10.find(written);
            code.ifPresentOrElse(
                    codes::add, () -> leftOut.accept("(" + written + ") is not an ICD-10 code and was left out."));
        }
        return codes;
    }
}

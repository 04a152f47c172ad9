package uk.homeward.server.assessment;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;

/** The proof that people are assessed less often, and what waits for one's own organisation. */
@Controller
class AssessmentsController {

    private final AssessmentFigures figures;
    private final Titles titles;

    AssessmentsController(AssessmentFigures figures, Titles titles) {
        this.figures = figures;
        this.titles = titles;
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/assessments")
    ModelAndView proof() {
        List<AssessmentFigures.Month> months = figures.months();
        return new ModelAndView("assessment/proof").addObject("months", months).addObject("svg", ProofSvg.of(months));
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/assessments.csv")
    ResponseEntity<String> csv() {
        StringBuilder csv =
                new StringBuilder("month,people,assessments_each_91_days,most_91_days,assessments,relied_on,"
                        + "questions_asked,asked_again,filled_from_known,challenged,judged_flawed\n");
        figures.months()
                .forEach(m -> csv.append(String.format(
                        Locale.ROOT,
                        "%s,%d,%.2f,%d,%d,%d,%d,%d,%d,%d,%d%n",
                        m.month(),
                        m.people(),
                        m.each(),
                        m.most(),
                        m.assessments(),
                        m.spared(),
                        m.asked(),
                        m.again(),
                        m.filled(),
                        m.challenged(),
                        m.flawed())));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"assessments.csv\"")
                .body(csv.toString());
    }

    @Needs(Permission.READ_PERSON)
    @GetMapping("/my-assessments")
    ModelAndView waiting(User user) {
        return new ModelAndView("assessment/waiting")
                .addObject("waiting", figures.waiting(user.organisation()))
                .addObject("organisation", titles.organisation(user.organisation()))
                .addObject("titles", titles);
    }
}

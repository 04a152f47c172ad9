package uk.homeward.server.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.foresight.opportunity.Review;
import uk.homeward.foresight.opportunity.Sizing;
import uk.homeward.foresight.opportunity.SizingReader;
import uk.homeward.journey.event.ReviewEvent.Case;
import uk.homeward.journey.event.ReviewEvent.CaseReviewOpened;
import uk.homeward.journey.event.ReviewEvent.CaseReviewed;
import uk.homeward.journey.event.ReviewEvent.Question;
import uk.homeward.journey.source.FaultyDefinition;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;

/** Case reviews: opened by planners, answered by clinicians who are blind to each other, then shown to all. */
@Controller
@Needs(Permission.READ_REVIEWS)
class ReviewController {

    private static final int MOST = 500;
    private static final int LONGEST = 2_000;

    private final Reviews reviews;
    private final CaseSource source;
    private final CaseNotes notes;
    private final List<Sizing> stated;

    ReviewController(Reviews reviews, CaseSource source, CaseNotes notes, ServerSettings settings) {
        this.reviews = reviews;
        this.source = source;
        this.notes = notes;
        Path sizing = settings.place().resolve("opportunity/sizing.csv");
        this.stated = Files.exists(sizing) ? SizingReader.read(sizing) : List.of();
    }

    @GetMapping("/reviews")
    ModelAndView list(User user) {
        return page(user, List.of(), Map.of());
    }

    private ModelAndView page(User user, List<String> faults, Map<String, String> form) {
        return new ModelAndView("review/reviews")
                .addObject("lines", reviews.list(user.id()))
                .addObject("questions", questions())
                .addObject("cohorts", List.of(Cohort.values()))
                .addObject("faults", faults)
                .addObject("form", form)
                .addObject("opens", user.may(Permission.PLAN_PLACE))
                .addObject("answers", user.may(Permission.REVIEW_CASES));
    }

    private List<Question> questions() {
        return stated.stream().map(s -> new Question(s.question(), s.title())).toList();
    }

    @PostMapping("/reviews")
    @Needs(Permission.PLAN_PLACE)
    ModelAndView open(
            @RequestParam Map<String, String> form,
            @RequestParam(name = "question", defaultValue = "") List<String> asked,
            User user) {
        List<Question> questions =
                questions().stream().filter(q -> asked.contains(q.id())).toList();
        int number = whole(form.get("number"), 30, MOST);
        int days = whole(form.get("days"), 90, 3_650);
        int seed = whole(form.get("seed"), 1, Integer.MAX_VALUE);
        Optional<Cohort> cohort = Cohort.find(form.getOrDefault("cohort", ""));
        if (cohort.isEmpty()) {
            return page(user, List.of("Choose from which cases the review is drawn."), form);
        }
        List<Case> cases = source.draw(cohort.get(), days, number, seed);
        String drawn = cases.size() + " of: " + cohort.get().title().toLowerCase(java.util.Locale.ROOT) + ", last "
                + days + " days, by chance (seed " + seed + ")";
        return opened(new CaseReviewOpened(title(form), drawn, questions, cases), List.of(), form, user);
    }

    /** Cases or a whole review from a file, chosen or pasted. */
    @PostMapping("/reviews/file")
    @Needs(Permission.PLAN_PLACE)
    ModelAndView load(
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            User user)
            throws IOException {
        String text = form.getOrDefault("rows", "");
        String name = "the rows";
        if (file != null && !file.isEmpty()) {
            text = new String(file.getBytes(), StandardCharsets.UTF_8);
            name = Objects.requireNonNullElse(file.getOriginalFilename(), "the file");
        }
        if (text.isBlank()) {
            return page(user, List.of("Choose a CSV file, or paste its rows."), form);
        }
        try {
            ReviewFile read = ReviewFile.read(name, text, questions());
            CaseReviewOpened review = new CaseReviewOpened(title(form), "from " + name, read.questions(), read.cases());
            return opened(review, read.answers(), form, user);
        } catch (FaultyDefinition e) {
            return page(user, e.faults().stream().map(Object::toString).toList(), form);
        }
    }

    private ModelAndView opened(CaseReviewOpened review, List<CaseReviewed> told, Map<String, String> form, User user) {
        Reviews.Opened opened = reviews.open(review, told, user.actor());
        return opened.refused() == null
                ? new ModelAndView("redirect:/reviews/" + opened.id())
                : page(user, List.of(opened.refused()), form);
    }

    private static String title(Map<String, String> form) {
        String title = form.getOrDefault("title", "").strip();
        return title.length() > 120 ? title.substring(0, 120) : title;
    }

    private static int whole(@Nullable String text, int otherwise, int most) {
        try {
            return text == null ? otherwise : Math.clamp(Long.parseLong(text.strip()), 1, most);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    @GetMapping("/reviews/{id}")
    ModelAndView show(@PathVariable String id, User user) {
        return show(id, get(id), "", user);
    }

    private ModelAndView show(String id, Review review, String fault, User user) {
        return new ModelAndView("review/review")
                .addObject("id", id)
                .addObject("review", review)
                .addObject("results", review.isClosed() ? new ReviewResults(review, stated) : null)
                .addObject("reader", user.id())
                .addObject("next", review.next(user.id(), "").map(Case::id).orElse(""))
                .addObject("fault", fault)
                .addObject("opens", user.may(Permission.PLAN_PLACE))
                .addObject("answers", user.may(Permission.REVIEW_CASES));
    }

    private Review get(String id) {
        return reviews.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such review."));
    }

    @PostMapping("/reviews/{id}/close")
    @Needs(Permission.PLAN_PLACE)
    ModelAndView close(@PathVariable String id, User user) {
        String refused = reviews.close(id, user.actor());
        return refused == null ? new ModelAndView("redirect:/reviews/" + id) : show(id, get(id), refused, user);
    }

    @GetMapping("/reviews/{id}/cases/{one}")
    @Needs(Permission.REVIEW_CASES)
    ModelAndView one(@PathVariable String id, @PathVariable String one, User user) {
        return one(id, get(id), one, "", Optional.empty(), user);
    }

    private ModelAndView one(
            String id, Review review, String name, String fault, Optional<CaseReviewed> filled, User user) {
        Case one = review.find(name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "The review has no such case."));
        CaseReviewed said = filled.or(() -> review.answer(name, user.id()))
                .orElseGet(() -> new CaseReviewed(name, user.id(), profession(review, user), Map.of(), "", "", ""));
        return new ModelAndView("review/case")
                .addObject("id", id)
                .addObject("review", review)
                .addObject("one", one)
                .addObject("note", notes.of(review, one, user))
                .addObject("said", said)
                .addObject("fault", fault)
                .addObject("settings", notes.settings())
                .addObject("causes", notes.causes());
    }

    /** What they said they are at the last case, else what their role is called. */
    private static String profession(Review review, User user) {
        return review.opened().cases().stream()
                .flatMap(c -> review.answer(c.id(), user.id()).stream())
                .map(CaseReviewed::profession)
                .reduce((a, b) -> b)
                .orElse(user.role().title());
    }

    @PostMapping("/reviews/{id}/cases/{one}")
    @Needs(Permission.REVIEW_CASES)
    ModelAndView answer(
            @PathVariable String id, @PathVariable String one, @RequestParam Map<String, String> form, User user) {
        Review review = get(id);
        CaseReviewed said = said(review, one, form, user);
        String refused = reviews.answer(id, said, user.actor());
        if (refused != null) {
            return one(id, review, one, refused, Optional.of(said), user);
        }
        Review now = get(id);
        return new ModelAndView(now.next(user.id(), one)
                .map(c -> "redirect:/reviews/" + id + "/cases/" + c.id())
                .orElse("redirect:/reviews/" + id));
    }

    private static CaseReviewed said(Review review, String one, Map<String, String> form, User user) {
        Map<String, String> answers = new java.util.HashMap<>();
        for (Question q : review.opened().questions()) {
            Review.answer(form.getOrDefault("answer-" + q.id(), ""))
                    .ifPresent(a -> answers.put(q.id(), form.getOrDefault("answer-" + q.id(), "")));
        }
        return new CaseReviewed(
                one,
                user.id(),
                text(form, "profession"),
                answers,
                text(form, "ideal"),
                text(form, "cause"),
                text(form, "note"));
    }

    private static String text(Map<String, String> form, String field) {
        String text = form.getOrDefault(field, "").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    @GetMapping("/reviews/{id}/csv")
    @ResponseBody
    ResponseEntity<String> csv(@PathVariable String id) {
        Review review = get(id);
        if (!review.isClosed()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "Answers can be taken along once the review is closed: reviewers are blind.");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"case-review.csv\"")
                .body(new ReviewResults(review, stated).csv());
    }
}

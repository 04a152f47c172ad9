package uk.homeward.server.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.event.BaselineEvent.FigureTold;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.Subject.Kind;
import uk.homeward.journey.programme.BaselineFigure;
import uk.homeward.journey.programme.Said;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;

/** What the market, the workforce and the estate start from: tables with their sources, and their import. */
@Controller
@Needs(Permission.READ_PROGRAMMES)
class BaselineController {

    private final ChangeBook book;
    private final BaselineImport importing;

    BaselineController(ChangeBook book, BaselineImport importing) {
        this.book = book;
        this.importing = importing;
    }

    @GetMapping("/baselines")
    ModelAndView tables(
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String q,
            User user) {
        return page(book.asOf(asOf), theme, q.strip(), user, null);
    }

    private ModelAndView page(AsOf asOf, String theme, String q, User user, @Nullable ImportReport report) {
        String words = q.toLowerCase(Locale.ROOT);
        List<BaselineFigure> figures = book.baselines(asOf).stream()
                .filter(f -> theme.isEmpty() || f.named().theme().equals(theme))
                .filter(f -> (f.named().title() + " " + f.named().area() + " "
                                + f.named().topic())
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .sorted(Comparator.comparing((BaselineFigure f) -> f.named().theme())
                        .thenComparing(f -> f.named().topic())
                        .thenComparing(f -> f.named().title())
                        .thenComparing(f -> f.named().area()))
                .toList();
        return new ModelAndView("programme/baselines")
                .addObject("asOf", asOf)
                .addObject("figures", figures)
                .addObject("theme", theme)
                .addObject("q", q)
                .addObject("may", user.may(Permission.EDIT_PROGRAMMES) && !asOf.isPast())
                .addObject("report", report);
    }

    @GetMapping("/baselines.csv")
    ResponseEntity<String> csv(@RequestParam(name = "as-of", defaultValue = "") String asOf) {
        StringBuilder csv = new StringBuilder(
                "id,theme,topic,title,area,unit,period,value,says,comparator,compared_with,source,told_on\n");
        for (BaselineFigure f : book.baselines(book.asOf(asOf))) {
            for (Said<FigureTold> said : f.periods()) {
                csv.append(importing.line(f, said)).append('\n');
            }
        }
        return Download.csv("baselines.csv", csv.toString());
    }

    @GetMapping("/baselines/{id}")
    ModelAndView figure(@PathVariable String id, @RequestParam(name = "as-of", defaultValue = "") String asOf) {
        AsOf day = book.asOf(asOf);
        Subject subject = new Subject(Kind.BASELINE, id);
        BaselineFigure figure = BaselineFigure.of(id, book.told(subject, day));
        if (!figure.isKnown()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no figure (" + id + ").");
        }
        return new ModelAndView("programme/baseline")
                .addObject("asOf", day)
                .addObject("figure", figure)
                .addObject("history", Told.history(book.told(subject, day)));
    }

    @PostMapping("/baselines/import")
    @Needs(Permission.EDIT_PROGRAMMES)
    ModelAndView take(@RequestParam MultipartFile file, User user, HttpServletResponse response) throws IOException {
        AsOf today = AsOf.today(book.today());
        String name =
                file.getOriginalFilename() == null || file.getOriginalFilename().isBlank()
                        ? "file.csv"
                        : file.getOriginalFilename();
        ImportReport report = importing.take(name, text(file), user.actor());
        if (!report.refused().isEmpty()) {
            response.setStatus(report.told() == 0 ? HttpStatus.BAD_REQUEST.value() : HttpStatus.OK.value());
        }
        return page(today, "", "", user, report);
    }

    private static String text(MultipartFile file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The file is not UTF-8. Maybe: save it as CSV UTF-8, not as a workbook", e);
        }
    }
}

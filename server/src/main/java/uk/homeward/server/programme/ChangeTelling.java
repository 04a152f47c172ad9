package uk.homeward.server.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.event.ChangeEvent;
import uk.homeward.journey.event.ProgrammeEvent;
import uk.homeward.journey.event.RiskEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.Subject.Kind;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.programme.Programme;
import uk.homeward.journey.programme.Risk;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** What pages and scripts both do: read the fields of a command, tell the desk, and say what became of it. */
@Component
class ChangeTelling {

    private final ChangeDesk desk;
    private final ChangeBook book;
    private final Place place;
    private final PlaceTime time;

    ChangeTelling(ChangeDesk desk, ChangeBook book, Place place, PlaceTime time) {
        this.desk = desk;
        this.book = book;
        this.place = place;
        this.time = time;
    }

    /** What became of a command: an answer of the desk, or fields that are wrong. */
    sealed interface Outcome {

        record Answered(Answer answer) implements Outcome {}

        record Faulty(List<Fault> faults) implements Outcome {

            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    Form form(Fields fields) {
        return new Form(fields, place.zone(), time.instant());
    }

    Outcome programme(String id, String command, Fields fields, User user) {
        Form form = form(fields);
        Subject subject = new Subject(Kind.PROGRAMME, id);
        Programme now = Programme.of(id, book.told(subject, AsOf.today(book.today())));
        Optional<ProgrammeEvent> asked = new ProgrammeForm(form, now).read(command);
        return tell(subject, asked, command, ProgrammeForm.COMMANDS, form, user);
    }

    Outcome risk(String id, String command, Fields fields, User user) {
        Form form = form(fields);
        Subject subject = new Subject(Kind.RISK, id);
        Risk now = Risk.of(id, book.told(subject, AsOf.today(book.today())));
        Optional<RiskEvent> asked = new RiskForm(form, now).read(command);
        return tell(subject, asked, command, RiskForm.COMMANDS, form, user);
    }

    private Outcome tell(
            Subject subject,
            Optional<? extends ChangeEvent> asked,
            String command,
            List<String> commands,
            Form form,
            User user) {
        if (asked.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no command (" + command + "). Maybe: one of " + commands);
        }
        return tell(subject, asked.get(), form, user);
    }

    /** Tells what was read from a form, unless its fields are wrong. */
    Outcome tell(Subject subject, ChangeEvent asked, Form form, User user) {
        int seen = form.whole("seen");
        return form.faults().isEmpty()
                ? new Outcome.Answered(desk.tell(subject, asked, seen, user.actor()))
                : new Outcome.Faulty(form.faults());
    }

    /** Goes on to {@code next} where it was done, else shows the form again with what is wrong. */
    ModelAndView page(
            Outcome outcome,
            String command,
            Fields fields,
            HttpServletResponse response,
            String next,
            Function<Reply, ModelAndView> again) {
        Optional<Reply> reply = switch (outcome) {
            case Outcome.Faulty faulty -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                yield Optional.of(Reply.faulty(command, faulty.faults(), fields));
            }
            case Outcome.Answered answered ->
                switch (answered.answer()) {
                    case Answer.Done done -> Optional.empty();
                    case Answer.Refused refused -> {
                        response.setStatus(HttpStatus.CONFLICT.value());
                        yield Optional.of(Reply.refused(command, refused.why(), fields));
                    }
                    case Answer.Conflict conflict -> {
                        response.setStatus(HttpStatus.CONFLICT.value());
                        yield Optional.of(Reply.conflict(command, conflict.changed(), fields));
                    }
                };
        };
        return reply.map(again).orElseGet(() -> new ModelAndView("redirect:" + next));
    }

    /** The same for scripts: what stands now, or problem+json. */
    static Object json(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Faulty faulty -> uk.homeward.server.response.Problems.faulty(faulty.faults());
            case Outcome.Answered answered ->
                switch (answered.answer()) {
                    case Answer.Done done -> Map.of("version", done.version());
                    case Answer.Refused refused ->
                        uk.homeward.server.response.Problems.refused(refused.code(), refused.why());
                    case Answer.Conflict conflict ->
                        uk.homeward.server.response.Problems.refused(
                                "changed-meanwhile",
                                "Nothing was written. Since the version you saw: "
                                        + String.join("; ", conflict.changed()) + ". The version is now "
                                        + conflict.version() + ".");
                };
        };
    }
}

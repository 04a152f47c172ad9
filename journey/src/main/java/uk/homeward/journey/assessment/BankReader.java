package uk.homeward.journey.assessment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.assessment.Question.Choice;
import uk.homeward.journey.assessment.Question.Kind;
import uk.homeward.journey.event.AgreementEvent;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/** Reads questions, forms and agreements; one pass finds every fault. The format stands in {@code docs/assessment.md}. */
final class BankReader {

    private static final List<Choice> YES_OR_NO = List.of(new Choice("yes", "Yes"), new Choice("no", "No"));
    private static final Set<String> KINDS = Set.of("choice", "yes-no", "words", "number", "day");
    private static final Set<String> FROM = Set.of("matters", "carer", "language", "lives-alone", "residence");

    private final Predicate<String> organisations;
    private final Predicate<String> roles;
    private final Faults faults = new Faults();
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Form> forms = new LinkedHashMap<>();

    BankReader(Predicate<String> organisations, Predicate<String> roles) {
        this.organisations = organisations;
        this.roles = roles;
    }

    Bank read(BankFiles files) {
        Map<String, AgreementEvent.Terms> agreements = new LinkedHashMap<>();
        file(files.questions()).forEach((id, yaml) -> questions.put(id(id, yaml), question(id, yaml)));
        file(files.forms()).forEach((id, yaml) -> forms.put(id(id, yaml), form(id, yaml)));
        file(files.agreements()).forEach((id, yaml) -> agreements.put(id(id, yaml), agreement(yaml)));
        faults.throwIfAny();
        return new Bank(questions, forms, agreements);
    }

    private Map<String, Yaml> file(Path file) {
        return Files.exists(file) ? Yaml.read(file, faults).entries() : Map.of();
    }

    private static String id(String id, Yaml at) {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > 60) {
            at.fault("the id (" + id + ") is not a word", "lower-case letters and digits joined by hyphens");
        }
        return id;
    }

    private static Question question(String id, Yaml yaml) {
        yaml.allow("text", "hint", "kind", "answers", "valid-days", "from");
        String kind = yaml.text("kind", yaml.has("answers") ? "choice" : "words");
        if (!KINDS.contains(kind)) {
            yaml.get("kind").fault("the kind (" + kind + ") is not known", "one of " + new java.util.TreeSet<>(KINDS));
        }
        return new Question(
                id,
                needed(yaml.get("text")),
                yaml.text("hint", ""),
                kind(kind),
                choices(kind, yaml),
                days(yaml),
                from(yaml));
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "choice", "yes-no" -> Kind.CHOICE;
            case "number" -> Kind.NUMBER;
            case "day" -> Kind.DAY;
            default -> Kind.WORDS;
        };
    }

    private static List<Choice> choices(String kind, Yaml yaml) {
        if (kind.equals("yes-no")) {
            return YES_OR_NO;
        }
        List<Choice> choices = new ArrayList<>();
        yaml.optional("answers").entries().forEach((word, title) -> choices.add(new Choice(word, needed(title))));
        if (kind.equals("choice") && choices.size() < 2) {
            yaml.fault("a choice has (" + choices.size() + ") answers", "list at least two under 'answers:'");
        }
        if (!kind.equals("choice") && !choices.isEmpty()) {
            yaml.get("answers").fault("the kind (" + kind + ") offers no answers", "write 'kind: choice'");
        }
        return choices;
    }

    private static int days(Yaml yaml) {
        int days = yaml.whole("valid-days", 0);
        if (days < 0) {
            yaml.get("valid-days").fault("(" + days + ") days cannot be", "0 for an answer that holds until changed");
        }
        return days;
    }

    private static String from(Yaml yaml) {
        String from = yaml.text("from", "");
        if (!from.isEmpty() && !FROM.contains(from) && !from.startsWith("wish:")) {
            yaml.get("from")
                    .fault(
                            "the record has no (" + from + ")",
                            "one of " + new java.util.TreeSet<>(FROM) + ", or wish: and the kind of wish");
        }
        return from;
    }

    private Form form(String id, Yaml yaml) {
        yaml.allow("title", "purpose", "valid-days", "sections", "result", "source");
        List<Form.Section> sections = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        yaml.get("sections").items().forEach(s -> sections.add(section(s, seen)));
        int days = yaml.get("valid-days").whole();
        if (days < 1) {
            yaml.fault("the form is valid for (" + days + ") days", "write for how many days it can be relied on");
        }
        return new Form(
                id,
                needed(yaml.get("title")),
                needed(yaml.get("purpose")),
                days,
                sections,
                yaml.has("result") ? result(yaml.get("result"), seen) : null,
                yaml.text("source", ""));
    }

    private Form.Section section(Yaml yaml, Set<String> seen) {
        yaml.allow("title", "questions", "may");
        for (String key : List.of("questions", "may")) {
            yaml.optional(key).items().forEach(q -> asked(q, seen));
        }
        return new Form.Section(needed(yaml.get("title")), yaml.texts("questions"), yaml.texts("may"));
    }

    private void asked(Yaml question, Set<String> seen) {
        String id = question.text();
        known(question, id);
        if (!seen.add(id)) {
            question.fault("the form asks (" + id + ") twice", "keep one of them");
        }
    }

    private void known(Yaml at, String question) {
        if (!questions.containsKey(question)) {
            at.fault("the bank has no question (" + question + ")", nearest(question));
        }
    }

    private String nearest(String word) {
        String start = word.substring(0, Math.min(4, word.length()));
        List<String> like = questions.keySet().stream()
                .filter(q -> q.contains(start))
                .limit(5)
                .toList();
        return like.isEmpty() ? "add it to questions.yaml" : "one of " + like;
    }

    private Form.Result result(Yaml yaml, Set<String> asked) {
        yaml.allow("when", "says", "otherwise");
        List<Form.When> when = new ArrayList<>();
        yaml.get("when").items().forEach(w -> when.add(when(w, asked)));
        return new Form.Result(when, needed(yaml.get("says")), needed(yaml.get("otherwise")));
    }

    private Form.When when(Yaml yaml, Set<String> asked) {
        yaml.allow("at-least", "all");
        Map<String, Integer> atLeast = new LinkedHashMap<>();
        Map<String, String> all = new LinkedHashMap<>();
        yaml.optional("at-least").entries().forEach((answer, count) -> atLeast.put(answer, count.whole()));
        yaml.optional("all").entries().forEach((question, answer) -> {
            if (!asked.contains(question)) {
                answer.fault("the form does not ask (" + question + ")", "one of its own questions");
            } else if (questions.containsKey(question)) {
                questions.get(question).fault(answer.text()).ifPresent(f -> answer.fault(f, "an answer of the bank"));
            }
            all.put(question, answer.text());
        });
        if (atLeast.isEmpty() && all.isEmpty()) {
            yaml.fault("the condition asks nothing", "write 'at-least:' or 'all:'");
        }
        return new Form.When(atLeast, all);
    }

    private AgreementEvent.Terms agreement(Yaml yaml) {
        yaml.allow(
                "title",
                "assessor",
                "receiver",
                "forms",
                "roles",
                "competence",
                "valid-days",
                "on-challenge",
                "from",
                "until",
                "source");
        yaml.get("forms")
                .items()
                .forEach(f -> require(f, forms.containsKey(f.text()), "form", "one of " + forms.keySet()));
        yaml.get("roles")
                .items()
                .forEach(r -> require(r, roles.test(r.text()), "role", "a role's word, such as therapist"));
        for (String who : List.of("assessor", "receiver")) {
            Yaml at = yaml.get(who);
            require(at, organisations.test(at.text()), "organisation", "an id of organisations.csv");
        }
        AgreementEvent.Terms terms = new AgreementEvent.Terms(
                yaml.get("title").text(),
                yaml.get("assessor").text(),
                yaml.get("receiver").text(),
                yaml.texts("forms"),
                yaml.texts("roles"),
                yaml.get("competence").text(),
                yaml.get("valid-days").whole(),
                yaml.get("on-challenge").text(),
                day(yaml.get("from")),
                yaml.has("until") ? day(yaml.get("until")) : null,
                yaml.text("source", ""));
        AgreementRules.check(terms).ifPresent(r -> yaml.fault(r.why(), "see docs/assessment.md"));
        return terms;
    }

    private static void require(Yaml at, boolean known, String what, String maybe) {
        if (!known) {
            at.fault("there is no " + what + " (" + at.text() + ")", maybe);
        }
    }

    private static LocalDate day(Yaml at) {
        try {
            return LocalDate.parse(at.text());
        } catch (DateTimeException e) {
            at.fault("this is not a day (" + at.text() + ")", "write it as 2026-03-02");
            return LocalDate.EPOCH;
        }
    }

    private static String needed(Yaml at) {
        @Nullable String text = at.text();
        if (text.isBlank()) {
            at.fault("this is empty", "write it in plain words");
        }
        return text;
    }
}

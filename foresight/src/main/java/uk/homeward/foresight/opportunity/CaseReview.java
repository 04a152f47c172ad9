package uk.homeward.foresight.opportunity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A structured review of cases: each answered by several reviewers, if possible of different professions.
 *
 * <p>A case counts as yes where more reviewers say yes than no; where as many say either, it is undecided and counts as
 * no, so that the opportunity is not overstated.
 */
public final class CaseReview {

    private final List<Finding> findings;

    public CaseReview(List<Finding> findings) {
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }

    /** The questions asked, in the order in which they first occur. */
    public List<String> questions() {
        return findings.stream().map(Finding::question).distinct().toList();
    }

    /** What the reviewers found together. */
    public Summary summary(String question) {
        Map<String, List<Finding>> cases = byCase(question);
        int yes = 0;
        int undecided = 0;
        for (List<Finding> answers : cases.values()) {
            int balance = count(answers, Answer.YES) - count(answers, Answer.NO);
            yes += balance > 0 ? 1 : 0;
            undecided += balance == 0 ? 1 : 0;
        }
        return new Summary(question, new Proportion(yes, cases.size()), undecided, kappa(cases), professions(cases));
    }

    /**
     * One question over all cases.
     *
     * @param kappa Fleiss' kappa over the cases that were answered by the most usual number of reviewers, at least two;
     *     for two reviewers it is close to Cohen's
     * @param pairs Cohen's kappa of each pair of professions, such as {@code nurse and therapist}
     */
    public record Summary(
            String question, Proportion proportion, int undecided, Optional<Double> kappa, Map<String, Double> pairs) {}

    /** How often reviewers named each ideal setting in yes answers, the most frequent first. */
    public Map<String, Long> idealSettings(String question) {
        return tally(question, Finding::idealSetting);
    }

    /** How often reviewers named each cause of delay in yes answers, the most frequent first. */
    public Map<String, Long> delayCauses(String question) {
        return tally(question, Finding::delayCause);
    }

    private Map<String, Long> tally(String question, Function<Finding, String> of) {
        Map<String, Long> counts = findings.stream()
                .filter(finding -> finding.question().equals(question) && finding.answer() == Answer.YES)
                .map(of)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private Map<String, List<Finding>> byCase(String question) {
        return findings.stream()
                .filter(finding -> finding.question().equals(question))
                .collect(Collectors.groupingBy(Finding::caseId, TreeMap::new, Collectors.toList()));
    }

    private static Optional<Double> kappa(Map<String, List<Finding>> cases) {
        Map<Integer, Long> sizes = cases.values().stream()
                .filter(answers -> answers.size() >= 2)
                .collect(Collectors.groupingBy(List::size, TreeMap::new, Collectors.counting()));
        return sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .flatMap(usual -> Kappa.fleiss(cases.values().stream()
                        .filter(answers -> answers.size() == usual.getKey())
                        .map(answers -> answers.stream().map(Finding::answer).toList())
                        .toList()));
    }

    private static Map<String, Double> professions(Map<String, List<Finding>> cases) {
        List<String> all = cases.values().stream()
                .flatMap(List::stream)
                .map(Finding::profession)
                .distinct()
                .sorted()
                .toList();
        Map<String, Double> pairs = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                String pair = all.get(i) + " and " + all.get(j);
                pair(cases, all.get(i), all.get(j)).ifPresent(kappa -> pairs.put(pair, kappa));
            }
        }
        return pairs;
    }

    private static Optional<Double> pair(Map<String, List<Finding>> cases, String one, String other) {
        List<Answer> first = new ArrayList<>();
        List<Answer> second = new ArrayList<>();
        for (List<Finding> answers : cases.values()) {
            Optional<Answer> a = of(answers, one);
            Optional<Answer> b = of(answers, other);
            if (a.isPresent() && b.isPresent()) {
                first.add(a.get());
                second.add(b.get());
            }
        }
        return first.isEmpty() ? Optional.empty() : Kappa.cohen(first, second);
    }

    private static Optional<Answer> of(List<Finding> answers, String profession) {
        return answers.stream()
                .filter(finding -> finding.profession().equals(profession))
                .map(Finding::answer)
                .findFirst();
    }

    private static int count(List<Finding> answers, Answer wanted) {
        return (int)
                answers.stream().filter(finding -> finding.answer() == wanted).count();
    }
}

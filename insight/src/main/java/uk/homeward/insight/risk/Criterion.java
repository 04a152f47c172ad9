package uk.homeward.insight.risk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A condition for belonging to a segment; what it finds is told in words. */
public sealed interface Criterion {

    /** Why the person meets this, in words; empty when they do not. */
    Optional<String> met(PersonHistory person);

    /** At least so old. */
    record AgeFrom(int years) implements Criterion {
        @Override
        public Optional<String> met(PersonHistory person) {
            return person.age() >= years ? Optional.of("aged " + person.age()) : Optional.empty();
        }
    }

    /** A flag that another system keeps. */
    record Flag(String name) implements Criterion {
        @Override
        public Optional<String> met(PersonHistory person) {
            return person.flags().contains(name) ? Optional.of("flagged " + name) : Optional.empty();
        }
    }

    /** A Hospital Frailty Risk Score of at least so many tenths. */
    record FrailtyFrom(int tenths) implements Criterion {
        @Override
        public Optional<String> met(PersonHistory person) {
            return person.frailtyTenths() >= tenths
                    ? Optional.of("frailty score " + person.frailtyTenths() / 10.0)
                    : Optional.empty();
        }
    }

    /** Diagnoses in at least so many different groups, each given by the first characters of its codes. */
    record Diagnoses(int atLeast, Set<String> prefixes) implements Criterion {

        public Diagnoses {
            prefixes = Set.copyOf(prefixes);
            if (atLeast < 1 || prefixes.isEmpty()) {
                throw new IllegalArgumentException("A criterion asks for (" + atLeast + ") of " + prefixes
                        + ". Maybe: it needs at least one group of codes, and at least one of them.");
            }
        }

        @Override
        public Optional<String> met(PersonHistory person) {
            TreeSet<String> groups = prefixes.stream()
                    .filter(prefix ->
                            person.codes().stream().anyMatch(code -> code.code().startsWith(prefix)))
                    .collect(Collectors.toCollection(TreeSet::new));
            return groups.size() >= atLeast
                    ? Optional.of("diagnoses in " + String.join(", ", groups))
                    : Optional.empty();
        }
    }

    /** All of several. */
    record All(List<Criterion> of) implements Criterion {

        public All {
            of = List.copyOf(of);
        }

        @Override
        public Optional<String> met(PersonHistory person) {
            List<String> found =
                    of.stream().flatMap(each -> each.met(person).stream()).toList();
            return found.size() == of.size() ? Optional.of(String.join(" and ", found)) : Optional.empty();
        }
    }

    /** Any of several; the first that is met is told. */
    record AnyOf(List<Criterion> of) implements Criterion {

        public AnyOf {
            of = List.copyOf(of);
        }

        @Override
        public Optional<String> met(PersonHistory person) {
            return of.stream().flatMap(each -> each.met(person).stream()).findFirst();
        }
    }

    /** Everyone: the last segment of a list. */
    record Everyone() implements Criterion {
        @Override
        public Optional<String> met(PersonHistory person) {
            return Optional.of("none of the segments before");
        }
    }
}

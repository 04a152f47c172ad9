package uk.homeward.server.exchange.hl7.adt;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a message says about one item: HL7 tells "nothing said" (leave what is known) from "there is none" (forget it).
 */
public sealed interface Told<T> {

    /** The message says this value. */
    record Said<T>(T value) implements Told<T> {}

    /** The message says, by {@code ""}, that there is no value any more. */
    record Cleared<T>() implements Told<T> {}

    /** The message says nothing about the item. */
    record Unsaid<T>() implements Told<T> {}

    static <T> Told<T> said(T value) {
        return new Said<>(value);
    }

    static <T> Told<T> cleared() {
        return new Cleared<>();
    }

    static <T> Told<T> unsaid() {
        return new Unsaid<>();
    }

    /** What is known after the message, given what was known before it. */
    default @Nullable T after(@Nullable T before) {
        return switch (this) {
            case Said<T> said -> said.value();
            case Cleared<T> cleared -> null;
            case Unsaid<T> unsaid -> before;
        };
    }

    /** The value if one is said, otherwise null. */
    default @Nullable T orNull() {
        return after(null);
    }

    /** The same statement about something derived from the value. */
    default <R> Told<R> map(Function<T, R> derive) {
        return switch (this) {
            case Said<T> said -> new Said<>(derive.apply(said.value()));
            case Cleared<T> cleared -> new Cleared<>();
            case Unsaid<T> unsaid -> new Unsaid<>();
        };
    }
}

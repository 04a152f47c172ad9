package uk.homeward.server.access;

import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What a controller's method declares about who may come in. */
sealed interface Entry {

    /** Only with this permission. */
    record Gated(Permission permission) implements Entry {}

    /** Everybody. */
    record ToAll() implements Entry {}

    /** Nothing is declared, so nobody may come in. */
    record Undeclared() implements Entry {}

    /** What the method declares, or else its class. */
    static Entry of(HandlerMethod method) {
        Entry own = declared(method.getMethod());
        return own instanceof Undeclared ? declared(method.getBeanType()) : own;
    }

    private static Entry declared(AnnotatedElement element) {
        @Nullable Needs needs = AnnotatedElementUtils.findMergedAnnotation(element, Needs.class);
        if (needs != null) {
            return new Gated(needs.value());
        }
        return AnnotatedElementUtils.hasAnnotation(element, Open.class) ? new ToAll() : new Undeclared();
    }
}

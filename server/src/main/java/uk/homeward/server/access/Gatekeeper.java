package uk.homeward.server.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands before every controller: lets in who has the permission that the method declares, and nobody else. */
@Configuration(proxyBeanMethods = false)
class Gatekeeper implements WebMvcConfigurer, HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean again = request.getDispatcherType() == DispatcherType.ASYNC;
        if (!again && handler instanceof HandlerMethod method && !(method.getBean() instanceof ErrorController)) {
            check(method);
        }
        return true;
    }

    private static void check(HandlerMethod method) {
        switch (Entry.of(method)) {
            case Entry.ToAll open -> {}
            case Entry.Gated(Permission permission) -> check(permission);
            case Entry.Undeclared nothing -> {
                LOG.error("{} declares no permission, so nobody may come in. Maybe: add @Needs or @Open", method);
                throw new NotPermitted("undeclared", method.getShortLogMessage() + " declares no permission.");
            }
        }
    }

    private static void check(Permission permission) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
            throw new NotPermitted("not-signed-in", "Nobody is signed in. Sign in first.");
        }
        User user = signedIn.getPrincipal();
        if (!user.may(permission)) {
            throw NotPermitted.lacks(user, permission);
        }
    }
}

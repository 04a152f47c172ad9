package uk.homeward.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.SignedIn;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;

/** Gives every page its {@link Page}, and controllers their {@link User}. */
@ControllerAdvice
class PageAdvice {

    private final Place place;
    private final PlaceTime time;
    private final ServerSettings settings;
    private final Announcement announcement;

    PageAdvice(Place place, PlaceTime time, ServerSettings settings, Announcement announcement) {
        this.place = place;
        this.time = time;
        this.settings = settings;
        this.announcement = announcement;
    }

    private @Nullable String announced(@Nullable User user) {
        String words = announcement.words();
        String warning = user == null ? null : announcement.warning();
        return words == null ? warning : warning == null ? words : words + " " + warning;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request, @Nullable Authentication authentication) {
        User user = authentication instanceof SignedIn signedIn ? signedIn.getPrincipal() : null;
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                place.title(),
                settings.isDemo(),
                user,
                request.getRequestURI(),
                time.instant(),
                place.zone(),
                announced(user),
                token == null ? "" : token.getToken(),
                user == null ? List.of() : Navigation.of(user.role()));
    }
}

package uk.homeward.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.StillIn;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Changed;

/**
 * Live pages: a stream of short notices ("something changed at this step"). A notice carries no personal data; the page
 * asks again for what it may see.
 */
@Controller
class LiveController {

    private static final int MOST = 1_000;
    private static final long LASTS_MS = 10 * 60_000L;

    private final Map<LivePage, Watched> open = new ConcurrentHashMap<>();
    private final StillIn stillIn;

    LiveController(StillIn stillIn) {
        this.stillIn = stillIn;
    }

    private record Watched(BooleanSupplier may, SseEmitter emitter) {}

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping(value = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(HttpServletRequest request, User user) {
        if (open.size() >= MOST) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many live pages are open");
        }
        SseEmitter emitter = new SseEmitter(LASTS_MS);
        LivePage page = new LivePage(
                notice -> emitter.send(SseEmitter.event().name("changed").data(notice)));
        open.put(page, new Watched(stillIn.of(request, user), emitter));
        page.whenClosed(() -> open.remove(page));
        emitter.onCompletion(page::close);
        emitter.onTimeout(emitter::complete);
        emitter.onError(e -> page.close());
        greet(emitter, page);
        return emitter;
    }

    /** Sends the headers at once, so that the page knows that it is connected before anything changes. */
    private static void greet(SseEmitter emitter, LivePage page) {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            page.begin();
        } catch (IOException gone) {
            page.close();
        }
    }

    /** Called by whoever has just committed a change: hands out the notice and returns without waiting for any page. */
    @EventListener
    void changed(Changed changed) {
        String notice = changed.subject().kind() + " " + changed.at();
        open.keySet().forEach(page -> page.notice(notice));
    }

    /** Ends the streams of those who signed out, whose session ended, or whose access was withdrawn. */
    @Scheduled(fixedDelay = 2_000)
    void close() {
        open.forEach((page, watched) -> {
            if (!watched.may().getAsBoolean()) {
                page.close();
                Thread.ofVirtual().start(watched.emitter()::complete); // waits for a browser that does not read
            }
        });
    }
}

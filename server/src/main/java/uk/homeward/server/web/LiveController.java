package uk.homeward.server.web;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.journal.Changed;

/**
 * Live pages: a stream of short notices ("something changed at this step"). A notice carries no personal data; the page
 * asks again for what it may see.
 */
@Controller
class LiveController {

    private static final int MOST = 1_000;
    private static final long LASTS_MS = 10 * 60_000L;

    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping(value = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live() {
        if (open.size() >= MOST) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many live pages are open");
        }
        SseEmitter emitter = new SseEmitter(LASTS_MS);
        open.add(emitter);
        emitter.onCompletion(() -> open.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(e -> open.remove(emitter));
        greet(emitter);
        return emitter;
    }

    /** Sends the headers at once, so that the page knows that it is connected before anything changes. */
    private void greet(SseEmitter emitter) {
        try {
            emitter.send(SseEmitter.event().comment("open"));
        } catch (IOException gone) {
            open.remove(emitter);
        }
    }

    @EventListener
    void changed(Changed changed) {
        for (SseEmitter emitter : open) {
            send(emitter, changed);
        }
    }

    private void send(SseEmitter emitter, Changed changed) {
        try {
            emitter.send(
                    SseEmitter.event().name("changed").data(changed.subject().kind() + " " + changed.at()));
        } catch (IOException | IllegalStateException gone) {
            open.remove(emitter);
        }
    }
}

package uk.homeward.server.exchange.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How long requests at the FHIR base take, by method and by the hundreds of their status: {@code homeward_fhir_requests_seconds}. */
final class Requests {

    private static final int HUNDRED = 100;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private record Kind(String method, int hundreds) {}

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    Requests(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param nanos how long it took */
    void answered(String method, int status, long nanos) {
        timers.computeIfAbsent(new Kind(METHODS.contains(method) ? method : "other", status / HUNDRED), this::timer)
                .record(Duration.ofNanos(nanos));
    }

    private Timer timer(Kind kind) {
        return Timer.builder("homeward.fhir.requests")
                .description("Requests at the FHIR base")
                .tag("method", kind.method())
                .tag("status", kind.hundreds() + "xx")
                .publishPercentileHistogram()
                .register(registry);
    }
}

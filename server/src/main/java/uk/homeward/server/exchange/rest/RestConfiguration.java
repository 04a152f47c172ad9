package uk.homeward.server.exchange.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationPredicate;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Puts the door before the FHIR base. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration {

    /** Behind the limit of bodies, before the servlet that takes commands. */
    private static final int AFTER_LIMITS = Integer.MAX_VALUE - 1;

    /** The door measures its requests itself, by fewer and better words than those for pages. */
    @Bean
    ObservationPredicate measuredByTheDoor() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && request.getCarrier().getRequestURI().startsWith("/fhir/"));
    }

    @Bean
    FilterRegistrationBean<FhirDoor> fhirDoor(
            Router router, Capability capability, Forms forms, MeterRegistry registry) {
        FilterRegistrationBean<FhirDoor> bean =
                new FilterRegistrationBean<>(new FhirDoor(router, capability, forms, new Requests(registry)));
        bean.addUrlPatterns("/fhir/*");
        bean.setOrder(AFTER_LIMITS);
        return bean;
    }
}

package uk.homeward.server.exchange.rest;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the door before the FHIR base. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration {

    /** Behind the limit of bodies, before the servlet that takes commands. */
    private static final int AFTER_LIMITS = Integer.MAX_VALUE - 1;

    @Bean
    FilterRegistrationBean<FhirDoor> fhirDoor(Router router, Capability capability, Forms forms) {
        FilterRegistrationBean<FhirDoor> bean = new FilterRegistrationBean<>(new FhirDoor(router, capability, forms));
        bean.addUrlPatterns("/fhir/*");
        bean.setOrder(AFTER_LIMITS);
        return bean;
    }
}

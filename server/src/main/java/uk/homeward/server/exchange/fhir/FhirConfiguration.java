package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.homeward.journey.place.Place;

/** Serves what are commands at the FHIR base; see {@code exchange.rest} for everything else there. */
@Configuration(proxyBeanMethods = false)
class FhirConfiguration {

    /** What is longer is refused unread. */
    private static final int LONGEST = 5_000_000;

    private static final int LONGEST_BUNDLE = 20_000_000;

    /** Before everything else at this address. */
    private static final int FIRST = Integer.MAX_VALUE - 2;

    @Bean
    FhirContext fhirContext() {
        return FhirContext.forR4();
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServer(
            FhirContext context, ServiceRequestProvider requests, MessageProvider messages, Place place) {
        RestfulServer server = new RestfulServer(context);
        server.setServerName("Homeward, " + place.title());
        String version = FhirConfiguration.class.getPackage().getImplementationVersion();
        server.setServerVersion(version == null ? "not packaged" : version);
        server.setImplementationDescription("Referrals into the place's care of older people, and what became of them");
        server.setResourceProviders(List.of(requests));
        server.setPlainProviders(messages);
        server.setDefaultResponseEncoding(ca.uhn.fhir.rest.api.EncodingEnum.JSON);
        server.setUncompressIncomingContents(false);
        server.registerInterceptor(new FhirAccess());
        server.registerInterceptor(new BodyAsReceived());
        ServletRegistrationBean<RestfulServer> bean = new ServletRegistrationBean<>(server, "/fhir/*");
        bean.setName("fhir");
        return bean;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> fhirBodyLimit(FhirContext context) {
        FilterRegistrationBean<BodyLimit> bean =
                new FilterRegistrationBean<>(new BodyLimit(context, LONGEST, LONGEST_BUNDLE));
        bean.addUrlPatterns("/fhir/*");
        bean.setOrder(FIRST);
        return bean;
    }
}

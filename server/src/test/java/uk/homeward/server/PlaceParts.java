package uk.homeward.server;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The place's beans alone, for tests that run without pages. */
@Configuration
@Import(PlaceConfiguration.class)
public class PlaceParts {}

package uk.homeward.server.access;

/**
 * A button on the first page.
 *
 * @param path where it leads
 * @param title what it says
 */
public record SignInChoice(String path, String title) {}

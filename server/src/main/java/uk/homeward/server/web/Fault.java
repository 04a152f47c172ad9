package uk.homeward.server.web;

/**
 * Something that is wrong with a field of a form.
 *
 * @param field the field's name
 * @param message what to do about it, in plain words
 */
public record Fault(String field, String message) {}

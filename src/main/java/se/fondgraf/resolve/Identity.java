package se.fondgraf.resolve;

/**
 * The body that a mention means.
 *
 * @param slug its name in IRIs: of the normal name, and of the project where it is known only there
 * @param rule by which it was found
 */
public record Identity(String slug, NameRule rule) {}

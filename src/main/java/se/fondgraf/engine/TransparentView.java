package se.fondgraf.engine;

/**
 * A dataset wrapped around another that shows all of it, unchanged. Queries on such a view can be answered from what is
 * underneath; those on any other view cannot.
 */
public interface TransparentView {}

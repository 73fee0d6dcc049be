package se.fondgraf.query;

import java.util.Optional;

/**
 * A parameter as its query's header declares it.
 *
 * @param name the variable, without {@code ?}
 * @param rangeClass what an IRI should be, as a prefixed name ({@code org:Organization}); only for IRIs
 * @param sample a value as a person would write it; the term of the query's {@code VALUES} line
 * @param optional whether the sample is a default: where no value is given, the sample holds
 */
public record QueryParameter(
        String name, ParameterType type, Optional<String> rangeClass, String sample, boolean optional, Text label) {}

package se.fondgraf.web.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.fondgraf.name.Printable;

/**
 * The parameters of a form or an address, decoded strictly: a broken escape, bytes that are not UTF-8 and NUL are
 * refused rather than guessed at.
 */
public final class Parameters {
    private record Parameter(String name, String value) {}

    private final List<Parameter> parameters;

    private Parameters(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /**
     * Reads {@code name=value&name=value}, one character a byte.
     *
     * @throws Refusal 400 when it cannot be decoded
     */
    public static Parameters parse(String encoded) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.add(new Parameter(decode(name), decode(value)));
            }
        }
        return new Parameters(parameters);
    }

    /** These and the others. */
    public Parameters and(Parameters others) {
        return new Parameters(joined(parameters, others.parameters));
    }

    /** Every value of that name, in order. */
    public List<String> all(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    /**
     * The one value of that name; empty when there is none.
     *
     * @throws Refusal 400 when there are several
     */
    public Optional<String> one(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw Refusal.badRequest("The parameter is given more than once: " + shown(name) + ".");
        }
        return values.stream().findFirst();
    }

    /** The names given, each once, in order. */
    public List<String> names() {
        return parameters.stream().map(Parameter::name).distinct().toList();
    }

    private static String shown(String name) {
        return Printable.of(name.length() > 60 ? name.substring(0, 60) + "…" : name);
    }

    /** The first list with the second behind it. */
    public static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    /**
     * Text from UTF-8.
     *
     * @throws Refusal 400 when it is none
     */
    public static String utf8(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw Refusal.badRequest("The request holds the character NUL.");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw Refusal.badRequest("The request is not valid UTF-8.");
        }
    }

    private static String decode(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '+') {
                decoded.write(' ');
            } else if (bytes[i] == '%') {
                decoded.write(16 * digit(bytes, i + 1) + digit(bytes, i + 2));
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return utf8(decoded.toByteArray());
    }

    private static int digit(byte[] bytes, int at) {
        int digit = at < bytes.length ? Character.digit((char) (bytes[at] & 0xff), 16) : -1;
        if (digit < 0) {
            throw Refusal.badRequest("The request holds a broken percent escape.");
        }
        return digit;
    }
}

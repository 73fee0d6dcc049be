package se.fondgraf.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * The signal HUP, by which services are told to look again at what they serve. A terminal that is closed sends it too,
 * and then means that its programs are to end; so it ends this one, unless that was started with {@code nohup}.
 *
 * <p>Java has no public way to take a signal. The one that every Java has, {@code sun.misc.Signal}, cannot be compiled
 * without a warning, and is asked for by name.
 */
final class Hangup {
    private static final String SIGNAL = "HUP";

    /** What a shell says of a program that this signal ended. */
    private static final int ENDED = 128 + 1;

    private static final Path TERMINAL = Path.of("/dev/tty");

    private final Runnable action;
    private final boolean startedAtTerminal = hasTerminal();
    private volatile boolean endsWithTerminal = true;

    private Hangup(Runnable action) {
        this.action = action;
    }

    /**
     * Has that done at each signal from now on, on a thread of its own.
     *
     * @return whether this system has the signal, and this Java may take it
     */
    static boolean handle(Runnable action) {
        Hangup hangup = new Hangup(action);
        try {
            hangup.install();
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private void install() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object ours = Proxy.newProxyInstance(Hangup.class.getClassLoader(), new Class<?>[] {handler}, this::called);
        try {
            Object before = signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(SIGNAL), ours);
            endsWithTerminal =
                    !Objects.equals(before, handler.getField("SIG_IGN").get(null));
        } catch (InvocationTargetException e) {
            // There is no such signal on Windows, and none for programs after -Xrs.
            throw new ReflectiveOperationException(e.getCause());
        }
    }

    @SuppressWarnings("ReferenceEquality") // to compare it otherwise would be to call it again
    private Object called(Object proxy, Method method, Object... arguments) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            case "toString" -> "what HUP does";
            default -> {
                signalled();
                yield 0;
            }
        };
    }

    private void signalled() {
        if (endsWithTerminal && startedAtTerminal && !hasTerminal()) {
            Runtime.getRuntime().exit(ENDED);
        }
        action.run();
    }

    private static boolean hasTerminal() {
        try {
            FileChannel.open(TERMINAL, StandardOpenOption.READ).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

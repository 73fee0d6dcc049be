package se.fondgraf.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the operator can mend, told in one sentence with its remedy. */
final class OperatorException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OperatorException(String message) {
        super(message);
    }

    OperatorException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A file or folder that something went wrong with, in the words of the operating system. */
    static OperatorException of(String what, Exception failure) {
        Throwable inner = failure.getCause();
        Throwable cause = inner == null ? failure : inner;
        String reason = switch (cause) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> "permission denied for " + denied.getFile();
            case FileSystemException other when other.getReason() != null -> String.valueOf(other.getReason());
            default -> String.valueOf(cause.getMessage());
        };
        return new OperatorException(what + ": " + reason, failure);
    }
}

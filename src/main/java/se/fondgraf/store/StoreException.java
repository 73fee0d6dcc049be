package se.fondgraf.store;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;

/** A store that cannot be used or written, told in a sentence that names it. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What went wrong, in the words of the operating system. */
    static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InternalError
                    || String.valueOf(cause.getMessage()).contains("No space left")) {
                return "the disk is full";
            }
        }
        Throwable first =
                failure instanceof UncheckedIOException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (first) {
            case NotDirectoryException notFolder -> notFolder.getFile() + " is not a folder";
            case FileAlreadyExistsException file -> file.getFile() + " is not a folder";
            case AccessDeniedException denied -> "permission denied for " + denied.getFile();
            case FileSystemException other when other.getReason() != null -> String.valueOf(other.getReason());
            default -> String.valueOf(first.getMessage());
        };
    }
}

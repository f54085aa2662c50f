package io.faultline.app;

import java.util.Set;

/** Why something failed, in one line. */
public final class FailureReason {

    private static final Set<String> HEAP =
            Set.of("Java heap space", "GC overhead limit exceeded", "Requested array size exceeds VM limit");

    private FailureReason() {}

    /** First line of the deepest cause's message, or its name if it has none. */
    public static String of(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        if (deepest instanceof OutOfMemoryError && HEAP.contains(String.valueOf(deepest.getMessage()))) {
            return "not enough memory for this input: give it in parts, or Java more of it with FAULTLINE_JAVA_OPTS=-Xmx4g";
        }
        String message = deepest.getMessage();
        return message == null || message.isBlank()
                ? deepest.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}

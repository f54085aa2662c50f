package io.faultline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the docs with one part that a test writes from the code, between two comments. */
public final class GeneratedDoc {

    private final Path page;
    private final String begin;
    private final String end;

    /** The part is called {@code what}, written by the test {@code writer}. */
    public GeneratedDoc(String page, String writer, String what) {
        this.page = Path.of(page);
        this.begin = "<!-- " + what + ": written by " + writer + " -->\n";
        this.end = "<!-- end of " + what + " -->\n";
    }

    /** The page as it is in the repository. */
    public String asKept() throws IOException {
        return Files.readString(page);
    }

    /** The page with this as its written part; with {@code -Dfaultline.docs.write=true} it is kept so. */
    public String with(String part) throws IOException {
        String kept = asKept();
        String changed = kept.substring(0, kept.indexOf(begin)) + begin + part + kept.substring(kept.indexOf(end));
        if (Boolean.getBoolean("faultline.docs.write")) {
            Files.writeString(page, changed);
        }
        return changed;
    }
}

package io.faultline.deploy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as Kubernetes, Docker and Flink write them: {@code 1792m}, {@code 2Gi}, {@code 1.5 gb}, {@code 1073741824}. */
final class Bytes {

    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([kmgt]?)(i?)b?");
    private static final List<String> UNITS = List.of("", "k", "m", "g", "t");

    private Bytes() {}

    /** The number of bytes, by powers of 1024 as Flink and its operator count; -1 if the text is no size. */
    static long of(String size) {
        Matcher read = SIZE.matcher(size.strip().toLowerCase(Locale.ROOT));
        return read.matches()
                ? (long) (Double.parseDouble(read.group(1)) * (1L << (10 * UNITS.indexOf(read.group(2)))))
                : -1;
    }
}

package io.faultline.deploy;

import java.util.List;
import java.util.function.Function;

/**
 * Something that must hold of a file that no compiler looks at.
 *
 * @param name what must hold
 * @param breaches tells each place where it does not
 */
record Rule<T>(String name, Function<T, List<String>> breaches) {

    @Override
    public String toString() {
        return name;
    }
}

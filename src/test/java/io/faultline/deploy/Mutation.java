package io.faultline.deploy;

import java.util.function.Consumer;

/**
 * A fault that a rule must find.
 *
 * @param rule name of the rule
 * @param fault what is wrong, for the report
 * @param change makes it so
 */
record Mutation<T>(String rule, String fault, Consumer<T> change) {

    @Override
    public String toString() {
        return rule + " <- " + fault;
    }
}

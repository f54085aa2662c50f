package io.faultline.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;

/** Asserts that a codec refuses, with which class, and in a line fit for a log. */
final class Refusal {

    private Refusal() {}

    static void assertRefused(Codec<?> codec, ErrorClass errorClass, String json) {
        assertRefused(codec, errorClass, json.getBytes(StandardCharsets.UTF_8));
    }

    static void assertRefused(Codec<?> codec, ErrorClass errorClass, byte[] json) {
        RejectedRecordException refusal = catchThrowableOfType(RejectedRecordException.class, () -> codec.read(json));

        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.errorClass()).as(refusal.reason()).isEqualTo(errorClass);
        assertThat(refusal.reason()).isNotBlank().hasSizeLessThanOrEqualTo(200).doesNotContainPattern("\\p{Cntrl}");
        assertThat(refusal.getStackTrace()).isEmpty();
    }
}

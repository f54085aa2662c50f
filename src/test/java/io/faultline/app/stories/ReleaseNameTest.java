package io.faultline.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.io.dataset.ListedRelease;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which story ids mean a release as people write it. */
class ReleaseNameTest {

    @ParameterizedTest
    @CsvSource({
        "OpenAI, GPT-4o mini, openai/gpt-4o-mini, true",
        "OpenAI, GPT-4o mini, openai/gpt-4, false",
        "OpenAI, GPT-5, openai/gpt-5.1, false",
        "OpenAI, GPT-5, openai/gpt-5-mini, true",
        "OpenAI, GPT-5, openai/*, false",
        "OpenAI, GPT-5, xai/gpt-5, false",
        "OpenAI, o3 and o4-mini, openai/o4-mini, true",
        "Meta, Llama 3.1 405B, meta/llama-3.1, true",
        "Meta, Code Llama, meta/llama, true",
        "DeepSeek, DeepSeek-R1-0528, deepseek/r1, true",
        "DeepSeek, DeepSeek-R1, deepseek/v3, false",
        "Anthropic, Claude 4, anthropic/claude-opus-4, true",
        "Anthropic, Claude Opus 4.1, anthropic/claude, false",
        "Anthropic, Claude 3.5 Sonnet (new), anthropic/claude-3.5, true",
        "xAI, Grok-1 (product), xai/grok, true",
        "xAI, Grok-2, xai/grok, false",
        "Google, Gemini 1.0, google/gemini, true",
        "Moonshot, Kimi K2 Thinking, moonshot/k2, true",
        "Moonshot, Kimi K2, moonshot/k2.5, false"
    })
    void versionsMustAgreeAndWordsOfOneMustBeAmongThoseOfTheOther(
            String vendor, String model, String story, boolean meant) {
        ListedRelease listed = new ListedRelease(model, vendor, Instant.EPOCH, false);

        assertThat(ReleaseName.of(listed).means(story)).isEqualTo(meant);
    }
}

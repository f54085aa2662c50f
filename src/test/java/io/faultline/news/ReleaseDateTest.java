package io.faultline.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseDateTest {

    @ParameterizedTest
    @CsvSource({
        "豆包大模型 9 月 24 日发布视频模型, 2024-09-18T08:00:00Z, true",
        "豆包大模型 9 月 24 日发布视频模型, 2024-09-24T08:00:00Z, false",
        // The evening in London is the next morning in China.
        "豆包大模型 9 月 24 日发布视频模型, 2024-09-23T20:00:00Z, false",
        "豆包大模型 9 月 24 日发布视频模型, 2024-09-25T08:00:00Z, false",
        "文心大模型1月5日正式开源, 2024-12-30T08:00:00Z, true",
        "如何评价 12 月 29 日发布的新模型, 2025-01-03T08:00:00Z, false",
        "新模型13月40日发布, 2025-01-03T08:00:00Z, false",
        "新模型发布，9月24日股价大涨, 2025-09-01T08:00:00Z, false",
        "OpenAI 发布新模型, 2025-01-03T08:00:00Z, false",
    })
    void aDayAfterPublicationIsAhead(String title, Instant publishedAt, boolean ahead) {
        assertThat(ReleaseDate.isAhead(title, publishedAt)).isEqualTo(ahead);
    }
}

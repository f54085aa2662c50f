package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.eventstudy.ReturnHistory;
import io.faultline.market.FeedPulse;
import io.faultline.market.FeedState;
import io.faultline.market.MemberMove;
import io.faultline.market.SectorDrawdown;
import io.faultline.market.SymbolState;
import io.faultline.news.ClassifiedHeadline;
import io.faultline.news.SectorAttention;
import io.faultline.news.StoryState;
import io.faultline.news.StoryTransition;
import io.faultline.news.ToldHeadline;
import io.faultline.shock.Alert;
import io.faultline.shock.Incident;
import io.faultline.shock.IncidentInput;
import io.faultline.shock.SectorClose;
import io.faultline.shock.SectorSample;
import io.faultline.shock.SectorStatus;
import io.faultline.shock.ShockMatch;
import io.faultline.shock.Signal;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that crosses the wire between operators or lies in state is a POJO all the way down: no Kryo. */
class StreamedTypesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                InboundTick.class,
                InboundHeadline.class,
                InboundListing.class,
                InboundRule.class,
                InboundCalendar.class,
                SymbolInput.class,
                SymbolState.class,
                MemberMove.class,
                SectorMove.class,
                FeedPulse.class,
                FeedState.class,
                SectorStatus.class,
                ReturnHistory.class,
                SectorClose.class,
                ReturnHistory.class,
                SectorDrawdown.class,
                SectorSample.class,
                ClassifiedHeadline.class,
                StoryState.class,
                ToldHeadline.class,
                CorrectionFunction.Remembered.class,
                StoryTransition.class,
                NewsEvent.class,
                SectorNews.class,
                SectorAttention.class,
                Signal.class,
                ShockMatch.class,
                IncidentInput.class,
                Incident.class,
                Alert.class,
                DeadLetter.class,
                ReferenceUpdate.class,
                RuleEntry.class,
                CalendarChange.class
            })
    void isSerializedWithoutGenericTypes(Class<?> type) {
        Configuration noGenericTypes = new Configuration().set(PipelineOptions.GENERIC_TYPES, false);

        TypeInformation<?> info = TypeInformation.of(type);

        assertThat(info).isInstanceOf(PojoTypeInfo.class);
        // Fails with an exception that names the offending field.
        assertThat(info.createSerializer(new SerializerConfigImpl(noGenericTypes)))
                .isNotNull();
    }
}

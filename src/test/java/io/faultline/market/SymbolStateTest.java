package io.faultline.market;

import static io.faultline.market.ListingLife.listing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class SymbolStateTest {

    @Test
    void stateIsStoredWithoutGenericSerialization() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(SymbolState.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(MemberMove.class);
    }

    @Test
    void everyStageOfALifeSurvivesStorage() throws IOException {
        ListingLife nvda = new ListingLife();
        assertThat(stored(SymbolState.fresh())).isEqualTo(SymbolState.fresh());

        nvda.print("2025-01-27T14:30:00Z", 124.80);
        assertThat(stored(nvda.state)).isEqualTo(nvda.state);
        nvda.list(listing("2025-01-27", 142.62, "2025-01-24")).list(listing("2025-01-28", null, null));
        assertThat(stored(nvda.state)).isEqualTo(nvda.state);
        nvda.print("2025-01-28T14:30:00Z", 121.81);
        assertThat(nvda.state.dueCloses()).isNotEmpty();
        assertThat(stored(nvda.state)).isEqualTo(nvda.state);
    }

    private static SymbolState stored(SymbolState state) throws IOException {
        TypeSerializer<SymbolState> serializer =
                TypeInformation.of(SymbolState.class).createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(state, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}

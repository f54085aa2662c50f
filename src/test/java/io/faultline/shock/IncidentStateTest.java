package io.faultline.shock;

import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class IncidentStateTest {

    @Test
    void theStateNeedsNoKryo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Incident.class);
    }

    @Test
    void alertsNeedNoKryo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Alert.class);
    }
}

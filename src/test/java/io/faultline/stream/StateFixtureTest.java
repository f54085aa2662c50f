package io.faultline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * State as earlier releases wrote it must be read by today's code. Each fixture is what a savepoint holds of one value:
 * the snapshot of its serializer, then the value. {@code mvn test -Dtest=StateFixtureTest -Dfaultline.fixtures.write=true}
 * writes the fixtures that are missing; those of a released version are never rewritten.
 */
class StateFixtureTest {

    private static final Path FIXTURES = Path.of("src", "test", "resources", "fixtures", "state", "v1");

    @ParameterizedTest
    @MethodSource("io.faultline.stream.StateFixture#all")
    void stateOfTheFirstVersionIsStillRead(StateFixture fixture) throws IOException {
        Path file = FIXTURES.resolve(fixture.name() + ".bin");
        if (Boolean.getBoolean("faultline.fixtures.write") && !Files.exists(file)) {
            Files.createDirectories(FIXTURES);
            Files.write(file, written(fixture.value()));
        }
        assertThat(file).as("fixture").exists();

        try (InputStream in = Files.newInputStream(file)) {
            assertThat(read(in, fixture.value().getClass())).isEqualTo(fixture.value());
        }
    }

    /** The guard itself: a type that is not the one written is found out. */
    @Test
    void stateOfAnotherShapeIsRefused() throws IOException {
        byte[] status = written(StateFixture.SECTOR_STATUS.value());

        TypeSerializerSnapshot<Object> snapshot =
                TypeSerializerSnapshot.readVersionedSnapshot(view(status), StateFixtureTest.class.getClassLoader());

        assertThat(compatibility(snapshot, serializer(DeadLetter.class)).isIncompatible())
                .isTrue();
    }

    private static byte[] written(Object value) throws IOException {
        TypeSerializer<Object> serializer = serializer(value.getClass());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream data = new DataOutputStream(bytes)) {
            DataOutputViewStreamWrapper out = new DataOutputViewStreamWrapper(data);
            TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
            serializer.serialize(value, out);
        }
        return bytes.toByteArray();
    }

    /** As Flink restores state: by the serializer that wrote it where that still fits, else migrated. */
    private static Object read(InputStream in, Class<?> type) throws IOException {
        DataInputViewStreamWrapper view = new DataInputViewStreamWrapper(new DataInputStream(in));
        TypeSerializerSnapshot<Object> written =
                TypeSerializerSnapshot.readVersionedSnapshot(view, type.getClassLoader());
        TypeSerializer<Object> today = serializer(type);
        TypeSerializerSchemaCompatibility<Object> compatibility = compatibility(written, today);
        assertThat(compatibility.isIncompatible())
                .as("%s is incompatible with its fixture", type)
                .isFalse();
        if (compatibility.isCompatibleAfterMigration()) {
            return written.restoreSerializer().deserialize(view);
        }
        TypeSerializer<Object> reader =
                compatibility.isCompatibleAsIs() ? today : compatibility.getReconfiguredSerializer();
        return reader.deserialize(view);
    }

    private static TypeSerializerSchemaCompatibility<Object> compatibility(
            TypeSerializerSnapshot<Object> written, TypeSerializer<Object> today) {
        return today.snapshotConfiguration().resolveSchemaCompatibility(written);
    }

    @SuppressWarnings("unchecked") // the serializer of a class takes its instances
    private static TypeSerializer<Object> serializer(Class<?> type) {
        return (TypeSerializer<Object>) TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
    }

    private static DataInputViewStreamWrapper view(byte[] bytes) {
        return new DataInputViewStreamWrapper(new ByteArrayInputStream(bytes));
    }
}

package io.faultline.app.backtest;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A name for a live object of this process: operators are serialized on their way to the cluster, but this cluster is
 * in the same process and finds the object again.
 *
 * @param <T> type of the object
 */
final class InProcess<T> implements Serializable, AutoCloseable {

    private static final long serialVersionUID = 1L;
    private static final Map<String, Object> LIVE = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();

    /** Keeps the object until closed. */
    InProcess(T object) {
        LIVE.put(id, object);
    }

    /** The object; null once closed. */
    @SuppressWarnings("unchecked") // stored under this id by the constructor only
    T get() {
        return (T) LIVE.get(id);
    }

    @Override
    public void close() {
        LIVE.remove(id);
    }
}

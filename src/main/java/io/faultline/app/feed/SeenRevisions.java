package io.faultline.app.feed;

import io.faultline.shock.Alert;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows repeats: after a failure the job may write a revision again, with the same id and content. */
public final class SeenRevisions {

    private static final int REMEMBERED = 10_000;

    private final Map<String, Boolean> ids = new Oldest();

    /** Whether the revision comes for the first time. */
    public boolean isNew(Alert alert) {
        return ids.put(alert.incidentId() + ":" + alert.revision(), true) == null;
    }

    /** Forgets the oldest beyond a bound. */
    private static final class Oldest extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}

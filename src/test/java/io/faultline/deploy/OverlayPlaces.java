package io.faultline.deploy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where overlays keep state: one that reads or cleans another's would end its incidents. */
final class OverlayPlaces {

    private static final List<String> PLACES = List.of(
            "execution.checkpointing.dir", "execution.checkpointing.savepoint-dir", "high-availability.storageDir");

    private OverlayPlaces() {}

    /** One line per place that two settings share, or that lies in another. */
    static List<String> shared(Map<String, Manifests> overlays) {
        Map<String, String> owners = new TreeMap<>();
        List<String> breaches = new ArrayList<>();
        overlays.forEach((overlay, manifests) -> {
            for (String setting : PLACES) {
                String place = manifests.setting(setting);
                String owner = overlay + " " + setting;
                String same = owners.put(place + "/", owner);
                if (same != null) {
                    breaches.add(same + " and " + owner + " are " + place);
                }
            }
        });
        owners.forEach((place, owner) -> owners.forEach((other, its) -> {
            if (!place.equals(other) && other.startsWith(place)) {
                breaches.add(its + " is inside of " + owner);
            }
        }));
        buckets(overlays, breaches);
        return breaches;
    }

    private static void buckets(Map<String, Manifests> overlays, List<String> breaches) {
        Map<String, String> users = new TreeMap<>();
        overlays.forEach((overlay, manifests) -> {
            for (String setting : PLACES) {
                String bucket = URI.create(manifests.setting(setting)).getAuthority();
                String other = users.put(String.valueOf(bucket), overlay);
                if (other != null && !other.equals(overlay)) {
                    breaches.add(overlay + " and " + other + " share the bucket " + bucket);
                }
            }
        });
    }
}

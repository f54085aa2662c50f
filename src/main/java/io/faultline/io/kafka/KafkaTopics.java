package io.faultline.io.kafka;

/**
 * Names of the topics; each holds what its contract in {@code docs/contracts.md} says.
 *
 * @param ticks prints in
 * @param headlines headlines in
 * @param listings reference data in
 * @param rules sector rules in
 * @param calendars calendar entries in
 * @param alerts every revision out
 * @param incidents latest revision per incident out
 * @param sectors samples out
 * @param deadLetters refused records out
 */
public record KafkaTopics(
        String ticks,
        String headlines,
        String listings,
        String rules,
        String calendars,
        String alerts,
        String incidents,
        String sectors,
        String deadLetters) {

    /** The default names. */
    public static KafkaTopics defaults() {
        return new KafkaTopics(
                "market.ticks.v1",
                "news.headlines.v1",
                "market.listings.v1",
                "faultline.rules.v1",
                "market.calendars.v1",
                "faultline.alerts.v1",
                "faultline.incidents.v1",
                "faultline.sectors.v1",
                "faultline.dead-letters.v1");
    }
}

package io.faultline.io.json;

/**
 * Why a record was refused. The names are part of the dead-letter contract: counters and rate limits go by them, so
 * they are never renamed.
 */
public enum ErrorClass {
    /** No value, or only white space. */
    EMPTY,
    /** More bytes than the record type may have. */
    OVERSIZE,
    /** Bytes that are no UTF-8, or an escape that makes half a character. */
    BROKEN_UTF8,
    /** Not JSON. */
    MALFORMED_JSON,
    /** Nested too deeply, or a number with too many digits. */
    EXCEEDS_LIMIT,
    /** Something follows the JSON object. */
    TRAILING_DATA,
    /** A field appears twice. */
    DUPLICATE_FIELD,
    /** A field that the contract does not know, in a contract that allows none. */
    UNKNOWN_FIELD,
    /** A required field is absent, null or empty. */
    MISSING_FIELD,
    /** A field has another JSON type than the contract says. */
    WRONG_TYPE,
    /** A word that is none of the allowed ones. */
    UNKNOWN_VALUE,
    /** NaN or Infinity. */
    NOT_A_NUMBER,
    /** A price below zero. */
    NEGATIVE_PRICE,
    /** A number or text outside its limits. */
    OUT_OF_RANGE,
    /** A time that no such record can have. */
    ABSURD_TIMESTAMP,
    /** The Kafka key is not the one that the value asks for. */
    KEY_MISMATCH,
    /** A sector rule that contradicts itself. */
    INVALID_RULE
}

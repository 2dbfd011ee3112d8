package io.mysqlrelay.core.error;

/**
 * Every error a user can meet, with the step that ends it. Ids are stable: they are documented in {@code docs/errors.md}
 * and searched for at night. 1xxx configuration, 2xxx source, 3xxx stream, 4xxx target.
 */
public enum ErrorCode {
    FOREIGN_RECORD(
            "RELAY-3001",
            "let only the relay source write to the change topic, and remove transforms that drop or rewrite its records"),
    ;

    private final String id;
    private final String remedy;

    ErrorCode(String id, String remedy) {
        this.id = id;
        this.remedy = remedy;
    }

    public String id() {
        return id;
    }

    /** One sentence without a full stop, in the imperative. */
    public String remedy() {
        return remedy;
    }
}

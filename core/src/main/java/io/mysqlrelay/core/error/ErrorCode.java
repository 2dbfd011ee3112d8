package io.mysqlrelay.core.error;

/**
 * Every error a user can meet, with the step that ends it. Ids are stable: they are documented in {@code docs/errors.md}
 * and searched for at night. 1xxx configuration, 2xxx source, 3xxx stream, 4xxx target.
 */
public enum ErrorCode {
    FOREIGN_RECORD(
            "RELAY-3001",
            "a record on the change topic was not written by the relay source",
            "let only the relay source write to the change topic, and remove transforms that drop or rewrite its records"),
    ;

    private final String id;
    private final String meaning;
    private final String remedy;

    ErrorCode(String id, String meaning, String remedy) {
        this.id = id;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    public String id() {
        return id;
    }

    /** What has happened, in general; the exception's detail names the things. One sentence without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** One sentence without a full stop, in the imperative. */
    public String remedy() {
        return remedy;
    }
}

package io.mysqlrelay.core.precheck;

/** Ends a check that cannot see what it has to look at. */
public final class CouldNotTell extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String instruction;
    private final boolean skip;

    /**
     * @param reason what cannot be seen, and why
     * @param instruction what would make it visible
     */
    public CouldNotTell(String reason, String instruction) {
        this(reason, instruction, false);
    }

    private CouldNotTell(String reason, String instruction, boolean skip) {
        super(reason, null, false, false);
        this.instruction = instruction;
        this.skip = skip;
    }

    /** Nothing was even tried, because another check has failed already and says what is to be done. */
    public static CouldNotTell notTried(String reason) {
        return new CouldNotTell(reason, "", true);
    }

    /** @return the same as a finding, where a check has more to say */
    public Finding finding() {
        return skip ? Finding.skipped(getMessage()) : Finding.unknown(getMessage(), instruction);
    }
}

package io.mysqlrelay.precheck;

/** The settings {@code precheck.*}, which both connectors have. */
public final class PrecheckSettings {
    public static final String IGNORE = "precheck.ignore";
    public static final String IGNORE_DOC =
            "Alerts that are accepted, by the ids of docs/prechecks.md: P16 for all objects, P16:db.table for one, more with"
                    + " commas. They are still logged and shown. Errors cannot be ignored.";
    public static final String IGNORE_FORM = "check ids, each with :object or without, separated by commas";

    public static final String ALERTS = "precheck.alerts";
    public static final String ALERTS_LOG = "log";
    public static final String ALERTS_REFUSE = "refuse";
    public static final String ALERTS_DOC =
            "What alerts do that are not ignored. log: they are logged when the connector starts. refuse: the connector is"
                    + " not created or changed while there is one among the fast checks. relay run does not begin a"
                    + " migration with one in any case.";

    private PrecheckSettings() {}
}

package io.mysqlrelay.precheck.server;

/**
 * The account that the server has admitted us as, which may differ from the name we gave.
 *
 * @param user never null, may be empty
 */
public record Account(String user, String host) {
    /** @param text answer to SELECT CURRENT_USER() */
    static Account parse(String text) {
        int at = text.lastIndexOf('@');
        return new Account(text.substring(0, at), text.substring(at + 1));
    }

    /** @return {@code 'user'@'host'}, ready for a GRANT statement */
    @Override
    public String toString() {
        return quote(user) + "@" + quote(host);
    }

    private static String quote(String part) {
        return "'" + part.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}

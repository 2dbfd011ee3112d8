package io.mysqlrelay.core.ddl;

import io.mysqlrelay.core.TableName;
import java.util.List;

/**
 * CREATE, ALTER or DROP of a view, routine, trigger or event, with the places that decide as whom and when the object
 * acts. Places are null where the statement has none.
 *
 * @param names of the objects, as written; several only for DROP VIEW. Empty when they are in no database
 * @param newName of an event that is renamed, else null
 * @param orReplace CREATE OR REPLACE VIEW
 * @param account what follows DEFINER
 * @param security the words DEFINER behind SQL SECURITY; where none is written and the object acts as its definer, the
 *     place at which the clause may be put. Empty for kinds without the clause and for those that act as their invoker
 * @param access the routine's data access as written, in upper case: {@code READS SQL DATA}; empty when not written
 * @param status the word ENABLE; for CREATE EVENT without a status, which is enabled, the place at which it may be put
 * @param body of CREATE TRIGGER, up to the end of the statement, without a closing semicolon
 * @param definition of CREATE and ALTER VIEW what follows the name, likewise
 */
public record ObjectStatement(
        Verb verb,
        ObjectKind kind,
        List<TableName> names,
        TableName newName,
        boolean orReplace,
        boolean ifNotExists,
        Span account,
        List<Span> security,
        String access,
        Span status,
        Span body,
        Span definition) {

    /** What happens to the object. */
    public enum Verb {
        CREATE,
        ALTER,
        DROP
    }

    public ObjectStatement {
        names = List.copyOf(names);
        security = List.copyOf(security);
    }
}

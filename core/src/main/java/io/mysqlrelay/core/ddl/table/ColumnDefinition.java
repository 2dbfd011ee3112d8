package io.mysqlrelay.core.ddl.table;

import java.util.List;

/**
 * A column as CREATE TABLE or ALTER TABLE defines it.
 *
 * @param name as written
 * @param type the server's own name of the type in lower case, synonyms resolved: {@code int}, {@code double}, {@code char}
 * @param sizes numbers behind the type: length, or digits and decimals; empty when none are written
 * @param members of ENUM and SET in their order; empty for other types
 * @param form what else decides what values it has: ZEROFILL, the character set, the expression of a generated column; as
 *     tokens with blanks between them, empty for nothing
 * @param unsigned also for ZEROFILL and SERIAL
 * @param notNull declared, or implied by PRIMARY KEY of the column itself or SERIAL
 * @param byDefault never null
 * @param generated GENERATED ALWAYS AS, stored or virtual
 * @param primary PRIMARY KEY written behind the column
 * @param unique UNIQUE written behind the column, or implied by SERIAL
 * @param comment empty when there is none
 */
public record ColumnDefinition(
        String name,
        String type,
        List<Integer> sizes,
        List<String> members,
        String form,
        boolean unsigned,
        boolean notNull,
        DefaultValue byDefault,
        boolean autoIncrement,
        boolean generated,
        boolean primary,
        boolean unique,
        String comment) {
    public ColumnDefinition {
        sizes = List.copyOf(sizes);
        members = List.copyOf(members);
    }

    /** @return the size at the place, or this value when it is not written */
    public int size(int place, int otherwise) {
        return place < sizes.size() ? sizes.get(place) : otherwise;
    }

    public ColumnDefinition renamed(String to) {
        return new ColumnDefinition(
                to,
                type,
                sizes,
                members,
                form,
                unsigned,
                notNull,
                byDefault,
                autoIncrement,
                generated,
                primary,
                unique,
                comment);
    }
}

package io.mysqlrelay.source.table;

import java.util.List;

/**
 * One column as its values are read.
 *
 * @param name as the server stores it
 * @param type base type in upper case without length and attributes ({@code INT}, {@code VARCHAR}, {@code TIMESTAMP});
 *     aliases resolved ({@code INTEGER} is {@code INT}, {@code BOOL} is {@code TINYINT}, {@code SERIAL} is {@code BIGINT})
 * @param length declared length or precision; -1 when none is declared. BIT: bits. BINARY: bytes. CHAR: characters.
 * @param scale digits behind the point (DECIMAL) or of the fraction of a second; 0 when none
 * @param unsigned also true for ZEROFILL and SERIAL
 * @param charset MySQL name of the character set for text, ENUM and SET columns, with table and database defaults
 *     already resolved; null for all others
 * @param members of ENUM and SET in order; empty for all others
 * @param generated true for stored and virtual generated columns: in the binlog image, never written by a sink
 */
public record Column(
        String name,
        String type,
        int length,
        int scale,
        boolean unsigned,
        String charset,
        List<String> members,
        boolean generated) {}

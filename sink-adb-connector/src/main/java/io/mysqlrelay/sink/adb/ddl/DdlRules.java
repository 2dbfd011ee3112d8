package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.sink.adb.config.TableRules;
import io.mysqlrelay.sink.adb.table.TypeRules;

/**
 * What the user has chosen about statements.
 *
 * @param tables about single tables
 * @param keylessAllowed tables without a key are made
 * @param widening wider integers and DOUBLE for FLOAT are asked for in place
 * @param actionsIgnored foreign keys that change rows by themselves are accepted, and do nothing
 * @param createDatabase CREATE DATABASE is carried out
 * @param dropDatabase DROP DATABASE is carried out
 * @param dropTable DROP TABLE is carried out
 * @param views views are carried over
 */
public record DdlRules(
        TableRules tables,
        TypeRules types,
        boolean keylessAllowed,
        TypeChangeMode typeChange,
        boolean widening,
        boolean actionsIgnored,
        boolean createDatabase,
        boolean dropDatabase,
        boolean dropTable,
        boolean views) {}

package io.mysqlrelay.testkit.cases;

/**
 * One statement of a script.
 *
 * @param text without its delimiter; block comments are part of it
 * @param line where it begins, from 1
 */
public record SqlStatement(String text, int line) {}

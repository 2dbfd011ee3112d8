/** Reading of statements: words, rows of literals, and the grammar of {@code com.alibaba:druid}. */
package io.mysqlrelay.testkit.adb.sql;

/** MySQL's column types and values for them. */
package io.mysqlrelay.testkit.types;

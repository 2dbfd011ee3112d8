/** The source connector: captures one MySQL server into one ordered change topic. */
package io.mysqlrelay.source;

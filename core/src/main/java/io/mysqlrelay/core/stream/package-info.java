/** The stream contract: names and identity of every record on the change topic. See {@code docs/DESIGN.md}. */
package io.mysqlrelay.core.stream;

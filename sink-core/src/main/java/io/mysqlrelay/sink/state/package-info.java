/** The relay's own tables in a target, as far as they are the same in every target. */
package io.mysqlrelay.sink.state;

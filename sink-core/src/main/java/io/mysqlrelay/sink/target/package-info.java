/** The small interface behind which every target database stands, and the state it keeps for the engine. */
package io.mysqlrelay.sink.target;

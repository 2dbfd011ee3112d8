/** Real MySQL servers on 127.0.0.1: where their programs come from, their data folders, their processes. */
package io.mysqlrelay.testkit.mysql;

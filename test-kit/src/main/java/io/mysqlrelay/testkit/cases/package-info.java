/** Case folders: SQL that is run on a source before, during and after the full load, each case in databases of its own. */
package io.mysqlrelay.testkit.cases;

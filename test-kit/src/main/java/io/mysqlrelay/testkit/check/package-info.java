/** Cases for the prechecks of two servers together. */
package io.mysqlrelay.testkit.check;

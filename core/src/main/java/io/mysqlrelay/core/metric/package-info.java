/** What running tasks show to whoever monitors them: names, meanings, and how a lag is computed. */
package io.mysqlrelay.core.metric;

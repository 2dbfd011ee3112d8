package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.target.Origins;
import io.mysqlrelay.sink.target.Refused;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the changes that the target refuses. A window is halved, in source order, until each part goes through as a group
 * or is small enough to be applied change by change: one bad row among thousands costs some groups more, not thousands of
 * round trips. Within one transaction, by savepoints.
 */
final class Bisection {
    private static final Set<ErrorCode> ABOUT_A_ROW = Set.of(
            ErrorCode.ROW_DIVERGED,
            ErrorCode.ROW_DUPLICATE,
            ErrorCode.VALUE_CHANGED,
            ErrorCode.ROW_REFUSED,
            ErrorCode.ROW_TOO_BIG,
            ErrorCode.REFERENTIAL_CHANGE);

    private static final String SAVEPOINT = "mysql_relay_part";
    private static final int SMALL = 8;
    /** Behind so many refusals the bad ones are not few, and halving on would send each good row again and again. */
    private static final int MOST_REFUSALS = 40;

    private final DmlSession session;
    private final GroupedApply grouped;
    private final SingleApply single;

    Bisection(DmlSession session, GroupedApply grouped, SingleApply single) {
        this.session = session;
        this.grouped = grouped;
        this.single = single;
    }

    /** True if leaving out the one row would let everything else go on. */
    static boolean aboutARow(RelayException e) {
        return ABOUT_A_ROW.contains(e.code());
    }

    /**
     * Applies a window that was refused as a whole.
     *
     * @return the changes that are left out, in source order; empty when each goes through by itself
     * @throws RelayException the failure of the first change that is refused, with its place, unless that is tolerated
     */
    List<Refused> apply(Batch batch, Origins origins) throws SQLException {
        Search search = new Search(batch, origins);
        search.halves(batch.changes());
        return search.refused;
    }

    /** One window's. */
    private final class Search {
        private final Batch batch;
        private final Origins origins;
        private final List<Refused> refused = new ArrayList<>();
        private int refusals;

        Search(Batch batch, Origins origins) {
            this.batch = batch;
            this.origins = origins;
        }

        private void halves(List<RowChange> changes) throws SQLException {
            if (changes.size() <= SMALL || refusals >= MOST_REFUSALS) {
                for (RowChange change : changes) {
                    one(change);
                }
                return;
            }
            int half = changes.size() / 2;
            part(changes.subList(0, half));
            part(changes.subList(half, changes.size()));
        }

        private void part(List<RowChange> changes) throws SQLException {
            begin();
            try {
                grouped.apply(batch.of(changes));
                return;
            } catch (GroupRefused e) {
                takeBack();
            } catch (RelayException e) {
                if (!aboutARow(e)) {
                    throw e;
                }
                takeBack();
            }
            refusals++;
            halves(changes);
        }

        private void one(RowChange change) throws SQLException {
            begin();
            try {
                single.apply(batch.of(List.of(change)));
            } catch (RelayException e) {
                Origins.Place place = origins.of(change);
                RelayException failure = place == null ? e : e.at(place.toString());
                if (!aboutARow(e) || !origins.tolerated()) {
                    throw failure;
                }
                takeBack();
                refused.add(new Refused(change, failure));
            }
        }

        private void begin() throws SQLException {
            session.savepoint(SAVEPOINT);
        }

        private void takeBack() throws SQLException {
            session.rollbackTo(SAVEPOINT);
            // A change with referential actions may have failed while they were checked.
            session.checkForeignKeys(false);
        }
    }
}

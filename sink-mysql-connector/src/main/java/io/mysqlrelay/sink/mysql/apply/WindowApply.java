package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.mysql.plan.TablePlans;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.state.Checkpoints;
import io.mysqlrelay.sink.mysql.state.Ownership;
import io.mysqlrelay.sink.target.Window;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One window, one transaction: ownership, changes, checkpoint. */
public final class WindowApply {
    private static final Logger LOG = LoggerFactory.getLogger(WindowApply.class);

    private final DmlSession session;
    private final Ownership ownership;
    private final Checkpoints checkpoints;
    private final GroupedApply grouped;
    private final SingleApply single;

    public WindowApply(DmlSession session, Ownership ownership, Checkpoints checkpoints, TablePlans plans) {
        this.session = session;
        this.ownership = ownership;
        this.checkpoints = checkpoints;
        this.grouped = new GroupedApply(session, plans);
        this.single = new SingleApply(session, plans);
    }

    public void apply(Window window) throws SQLException {
        ownership.begin();
        try {
            grouped.apply(window);
        } catch (GroupRefused e) {
            LOG.debug("Applying {} changes one by one: {}", window.changes().size(), e.getMessage());
            session.rollback();
            ownership.begin();
            single.apply(window);
        }
        checkpoints.save(window.after());
        session.commit();
    }
}

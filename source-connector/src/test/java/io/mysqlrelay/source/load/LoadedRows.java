package io.mysqlrelay.source.load;

import io.mysqlrelay.core.position.SourcePosition;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a full load hands over. */
public class LoadedRows implements RowHandler {
    private final List<Object[]> rows = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private SourcePosition snapshot;

    @Override
    public void snapshot(SourcePosition position) {
        snapshot = position;
    }

    @Override
    public void row(Object[] row) {
        rows.add(row);
    }

    @Override
    public void chunkRead(String resumeToken, long total) {
        tokens.add(resumeToken);
    }

    @Override
    public void progress(long total) {
        if (total != rows.size()) {
            throw new AssertionError("progress says " + total + ", read are " + rows.size());
        }
    }

    public List<Object[]> rows() {
        return rows;
    }

    public List<String> tokens() {
        return tokens;
    }

    public SourcePosition snapshot() {
        return snapshot;
    }
}

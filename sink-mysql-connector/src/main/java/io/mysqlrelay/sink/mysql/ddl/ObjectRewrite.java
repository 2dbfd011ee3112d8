package io.mysqlrelay.sink.mysql.ddl;

import io.mysqlrelay.core.ddl.ObjectReader;
import io.mysqlrelay.core.ddl.ObjectStatement;
import io.mysqlrelay.core.ddl.Span;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.sink.change.DdlChange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The four differences between an object of the source and its copy, described in docs/ddl.md: it belongs to the account
 * that the sink uses, acts with the rights of whoever calls it, is silent while the relay writes if it is a trigger, and
 * waits for the cut-over if it is an event. All other bytes of the statement stay as they are.
 */
final class ObjectRewrite {
    /** Every session of the relay sets the variable: what the trigger did at the source arrives as rows. */
    private static final String GUARD = "IF @mysql_relay_writer IS NULL THEN ";

    /** On a line of its own: a comment to the end of the line may be the last part of a body. */
    private static final String GUARD_END = "\n; END IF";

    /** Tells those that ran at the source from those that were disabled there. */
    private static final String DISABLED = "DISABLE ON SLAVE";

    private ObjectRewrite() {}

    private record Edit(Span place, String replacement) {}

    /** @return the statement as it is executed in the target */
    static byte[] of(DdlChange change, SqlModes modes, int serverVersion) {
        String text = ByteText.of(change.statement(), change.charset());
        Optional<ObjectStatement> statement = ObjectReader.read(text, modes, change.database(), serverVersion);
        List<Edit> edits = statement.map(ObjectRewrite::edits).orElseThrow();
        edits.sort(Comparator.comparingInt(e -> e.place().start()));
        ByteArrayOutputStream result = new ByteArrayOutputStream(change.statement().length + 100);
        int at = 0;
        for (Edit edit : edits) {
            result.write(change.statement(), at, edit.place().start() - at);
            result.writeBytes(edit.replacement().getBytes(StandardCharsets.US_ASCII));
            at = edit.place().end();
        }
        result.write(change.statement(), at, change.statement().length - at);
        return result.toByteArray();
    }

    private static List<Edit> edits(ObjectStatement statement) {
        List<Edit> edits = new ArrayList<>();
        if (statement.account() != null) {
            edits.add(new Edit(statement.account(), "CURRENT_USER"));
        }
        for (Span place : statement.security()) {
            edits.add(new Edit(place, place.empty() ? "SQL SECURITY INVOKER " : "INVOKER"));
        }
        if (statement.status() != null) {
            edits.add(new Edit(statement.status(), statement.status().empty() ? DISABLED + " " : DISABLED));
        }
        Span body = statement.body();
        if (body != null) {
            edits.add(new Edit(new Span(body.start(), body.start()), GUARD));
            edits.add(new Edit(new Span(body.end(), body.end()), GUARD_END));
        }
        return edits;
    }
}

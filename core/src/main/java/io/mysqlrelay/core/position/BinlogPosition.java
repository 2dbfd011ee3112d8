package io.mysqlrelay.core.position;

import java.util.Optional;

/**
 * A coordinate in one server's binlog. Files are ordered by the number behind the last dot, not by text: after
 * {@code binlog.999999} comes {@code binlog.1000000} (MySQL manual, "The Binary Log"). The name before the dot plays no
 * part in the order, because a server has only one binlog; so two unequal positions may compare as 0.
 *
 * @param file binlog file name with its numeric suffix
 * @param offset byte offset in the file, 0 or greater
 */
public record BinlogPosition(String file, long offset) implements Comparable<BinlogPosition> {
    /** @return empty when the text is not {@code file:offset} */
    public static Optional<BinlogPosition> parse(String text) {
        int colon = text.lastIndexOf(':');
        int dot = text.lastIndexOf('.', Math.max(colon, 0));
        if (colon <= 0 || dot < 0 || !digits(text, dot + 1, colon) || !digits(text, colon + 1, text.length())) {
            return Optional.empty();
        }
        return Optional.of(new BinlogPosition(text.substring(0, colon), Long.parseLong(text.substring(colon + 1))));
    }

    private static boolean digits(String text, int from, int to) {
        return from < to
                && to - from < 19
                && text.chars().skip(from).limit(to - from).allMatch(c -> c >= '0' && c <= '9');
    }

    /** @return the number of the file, or -1 when its name has none (before the first ROTATE event) */
    public long fileNumber() {
        int dot = file.lastIndexOf('.');
        return dot >= 0 && digits(file, dot + 1, file.length()) ? Long.parseLong(file.substring(dot + 1)) : -1;
    }

    @Override
    public int compareTo(BinlogPosition other) {
        int byFile = Long.compare(fileNumber(), other.fileNumber());
        return byFile != 0 ? byFile : Long.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return file + ":" + offset;
    }
}

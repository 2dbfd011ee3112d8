package io.mysqlrelay.core.ddl;

/** The kinds of tokens that matter for telling statements apart. */
public enum TokenKind {
    /** A bare name or keyword; which of the two depends on its place. */
    WORD,
    /** A name in backquotes, or in double quotes under ANSI_QUOTES. Never a keyword. */
    QUOTED_NAME,
    /** A string with its introducer, if it touches it: {@code 'a'}, {@code N'a'}, {@code _utf8mb4'a'}, {@code x'00'}. */
    STRING,
    NUMBER,
    /** {@code @name}, {@code @@global.name}, and the host of an account: {@code @localhost}, {@code @'%'}. */
    VARIABLE,
    /** One punctuation or operator character. */
    SYMBOL,
    /** A comment, the opening or closing mark of a versioned comment, or a skipped versioned comment. */
    COMMENT,
    /** {@code /*+ ... *}{@code /}: steers the optimizer, names nothing. */
    HINT
}

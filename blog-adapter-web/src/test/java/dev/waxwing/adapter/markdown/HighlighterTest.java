package dev.waxwing.adapter.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the colours mean. Pieces are written as kind(text) here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HighlighterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            java       | @Override void f() { return "a\\"b"; } // c  | ATTRIBUTE(@Override) KEYWORD(void) KEYWORD(return) STRING("a\\"b") COMMENT(// c)
            kotlin     | val x: Int = 1_000 /* a */ + 'c'            | KEYWORD(val) BUILTIN(Int) NUMBER(1_000) COMMENT(/* a */) STRING('c')
            javascript | const f = async () => `a ${b}` + null       | KEYWORD(const) KEYWORD(async) STRING(`a ${b}`) BUILTIN(null)
            typescript | interface A { b: string }                   | KEYWORD(interface) BUILTIN(string)
            python     | @cached def f(x): return None # note        | ATTRIBUTE(@cached) KEYWORD(def) KEYWORD(return) BUILTIN(None) COMMENT(# note)
            bash       | for f in $HOME/${dir}; do echo 'x' # y       | KEYWORD(for) KEYWORD(in) VARIABLE($HOME) VARIABLE(${dir}) KEYWORD(do) BUILTIN(echo) STRING('x') COMMENT(# y)
            bash       | echo "$#" a#b                                | BUILTIN(echo) STRING("$#")
            console    | $ sudo apt update                            | PROMPT($) BUILTIN(sudo) BUILTIN(apt)
            console    | ada@host:~$ ls                               | PROMPT(ada@host:~$) BUILTIN(ls)
            console    | if this were output, then plain              |
            sql        | SELECT count(*) FROM t WHERE a = 'it''s' -- c | KEYWORD(SELECT) BUILTIN(count) KEYWORD(FROM) KEYWORD(WHERE) STRING('it') STRING('s') COMMENT(-- c)
            json       | {"a": "b", "c": [1.5, true]}                 | ATTRIBUTE("a") STRING("b") ATTRIBUTE("c") NUMBER(1.5) BUILTIN(true)
            yaml       | name: don't # c                              | ATTRIBUTE(name) COMMENT(# c)
            toml       | [owner]                                      | KEYWORD([owner])
            ini        | path = /a ; c                                | ATTRIBUTE(path) COMMENT(; c)
            properties | a.b=c                                        | ATTRIBUTE(a.b)
            html       | <a href="x" hidden>t &amp; u</a><!-- c -->   | TAG(<a) ATTRIBUTE(href) STRING("x") ATTRIBUTE(hidden) TAG(>) BUILTIN(&amp;) TAG(</a) TAG(>) COMMENT(<!-- c -->)
            css        | color: #fff; /* c */ @media x                | ATTRIBUTE(color) NUMBER(#fff) COMMENT(/* c */) KEYWORD(@media)
            rust       | #[derive(Debug)] fn f<'a>(x: &'a str) { println!("{}", 'x') } | ATTRIBUTE(#[derive(Debug)]) KEYWORD(fn) BUILTIN(str) BUILTIN(println!) STRING("{}") STRING('x')
            go         | func f() error { return nil }                | KEYWORD(func) BUILTIN(error) KEYWORD(return) BUILTIN(nil)
            c          | #include <stdio.h>                           | KEYWORD(#include)
            cpp        | auto p = nullptr; // c                       | KEYWORD(auto) BUILTIN(nullptr) COMMENT(// c)
            csharp     | public string A => "b";                      | KEYWORD(public) BUILTIN(string) STRING("b")
            php        | <?php echo $a; ?>                            | KEYWORD(<?php) KEYWORD(echo) VARIABLE($a) KEYWORD(?>)
            ruby       | def f = puts @a if nil?                      | KEYWORD(def) BUILTIN(puts) VARIABLE(@a) KEYWORD(if)
            perl       | my @a = grep { $_ } %h;                      | KEYWORD(my) VARIABLE(@a) BUILTIN(grep) VARIABLE($_) VARIABLE(%h)
            lua        | local a = [[x]] --[[ c ]]                    | KEYWORD(local) STRING([[x]]) COMMENT(--[[ c ]])
            dockerfile | FROM eclipse-temurin:17 AS build             | KEYWORD(FROM) NUMBER(17) KEYWORD(AS)
            nginx      | proxy_set_header Host $host;                 | KEYWORD(proxy_set_header) VARIABLE($host)
            makefile   | all: $(OBJ)                                  | ATTRIBUTE(all) VARIABLE($(OBJ))
            diff       | -old                                         | REMOVED(-old)
            vim        | set number " is no comment                   | KEYWORD(set)
            powershell | Get-ChildItem $env -eq 'x'                   | BUILTIN(Get-ChildItem) VARIABLE($env) BUILTIN(-eq) STRING('x')
            hcl        | name = "x" # c                               | ATTRIBUTE(name) STRING("x") COMMENT(# c)
            """)
    void pieces_are_what_they_are_in_the_language(String language, String source, @Nullable String expected) {
        assertThat(pieces(source, language)).isEqualTo(Objects.requireNonNullElse(expected, ""));
    }

    @Test
    void strings_and_comments_that_never_end_end_with_the_line_or_with_the_code() {
        assertThat(pieces("\"a\nint", "java")).isEqualTo("STRING(\"a) BUILTIN(int)");
        assertThat(pieces("/* a\nint", "java")).isEqualTo("COMMENT(/* a\nint)");
    }

    @Test
    void a_diff_shows_what_came_and_what_went() {
        assertThat(pieces("--- a\n+++ b\n@@ -1 +1 @@\n same\n-old\n+new\n", "diff"))
                .isEqualTo("COMMENT(--- a) COMMENT(+++ b) HUNK(@@ -1 +1 @@) REMOVED(-old) ADDED(+new)");
    }

    @Test
    void what_a_machine_answers_is_not_coloured() {
        assertThat(pieces("$ echo \\\n  'x'\nif x\n$ ls\n", "bash"))
                .isEqualTo("PROMPT($) BUILTIN(echo) STRING('x') PROMPT($) BUILTIN(ls)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "js",
                "py",
                "sh",
                "shell",
                "zsh",
                "yml",
                "c++",
                "c#",
                "cs",
                "rb",
                "pl",
                "docker",
                "make",
                "ps1",
                "tf",
                "golang",
                "rs",
                "kt",
                "ts",
                "htm",
                "svg",
                "scss",
                "patch",
                "viml",
                "conf",
                "shell-session",
                "postgresql",
                "jsonc"
            })
    void languages_are_known_by_their_other_names(String name) {
        assertThat(Language.named(name)).isPresent();
    }

    private static String pieces(String source, String language) {
        List<Lexer.Token> tokens = new Lexer(source, Language.named(language).orElseThrow()).tokens(1_000);
        return tokens.stream()
                .map(token -> token.kind() + "(" + source.substring(token.start(), token.end()) + ")")
                .collect(Collectors.joining(" "));
    }
}

//! Documents that others wrote, from the command line: `import`, and everything else that takes a file.

use std::fs;

use crate::support::bench::Bench;

const RECORD: &str = "# Where to sleep\n\n\
    ## Considered Options\n\n* Tent\n* Hut\n\n\
    ## Decision Outcome\n\nChosen option: \"Tent\", because it is ours.\n\n\
    ### Consequences\n\n* Good, because nobody snores\n\n\
    ## Pros and Cons of the Options\n\n\
    ### Tent\n\n* Good, because it costs nothing\n* Neutral, because it is green\n* Bad, because it leaks\n\n\
    ### Hut\n\n* Good, because it is dry\n* It has bunks\n";

const RECORD_AS_RON: &str = r#"Comparison(
    format: 1,
    title: "Where to sleep",
    summary: "Chosen option: \"Tent\", because it is ours.",
    source: "record.md",
    alternatives: [
        (
            name: "Tent",
            summary: "Neutral: it is green",
            pros: [
                "it costs nothing",
            ],
            cons: [
                "it leaks",
            ],
        ),
        (
            name: "Hut",
            summary: "- It has bunks",
            pros: [
                "it is dry",
            ],
            cons: [],
        ),
    ],
    chosen: Some("tent"),
)
"#;

const RECORD_AS_TOLD: &str = "\
    record.md: 2 options, 2 pros, 1 con, 1 neutral remark (kept in the summary); chosen: Tent\n\
    record.md:14: left out, as it is under \"Consequences\": \"nobody snores\"\n\
    record.md:27: not counted, as it says neither for nor against (kept in the summary): \"It has bunks\"\n";

fn bench() -> Bench {
    let bench = Bench::new();
    bench.write("record.md", RECORD);
    bench
}

#[test]
fn a_record_is_written_as_a_comparison_and_it_is_told_what_was_read() {
    let ran = bench().run(&["import", "record.md"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, RECORD_AS_RON, RECORD_AS_TOLD));
}

#[test]
fn nothing_is_written_over() {
    let bench = bench();
    let ran = bench.run(&["import", "record.md", "--out", "record.ron"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", RECORD_AS_TOLD));
    assert_eq!(fs::read_to_string(bench.path().join("record.ron")).unwrap(), RECORD_AS_RON);
    assert_eq!(
        bench.run(&["check", "record.ron"]).done(),
        "record.ron: Where to sleep, 2 alternatives, 3 claims, 0 presets\n"
    );
    for there in ["record.ron", "link.ron"] {
        #[cfg(unix)]
        if there == "link.ron" {
            std::os::unix::fs::symlink("record.md", bench.path().join(there)).unwrap();
        }
        #[cfg(not(unix))]
        bench.write(there, RECORD);
        let refused = bench.run(&["import", "record.md", "--out", there]).refused(1);
        assert_eq!(
            refused,
            format!("error: there is such a file already, and nothing is written over: {there}\n")
        );
    }
    for other in ["record.md", "other", "-"] {
        let refused = bench.run(&["import", "record.md", "--out", other]).refused(1);
        assert_eq!(refused, format!("error: a comparison file ends with .ron: {other}\n"));
    }
    assert_eq!(fs::read_to_string(bench.path().join("record.md")).unwrap(), RECORD);
    let nowhere = bench.run(&["import", "record.md", "--out", "no/record.ron"]).refused(1);
    assert!(nowhere.starts_with("error: there is no such folder; make it"), "{nowhere}");
}

#[test]
fn standard_input_is_read_as_what_it_looks_like() {
    for (text, title) in [
        (RECORD, "Where to sleep"),
        ("Comparison(title: \"R\", alternatives: [(name: \"A\"), (name: \"B\")])", "R"),
        ("side,title,option\npro,x,A\ncon,y,B\n", "A or B"),
    ] {
        let bench = Bench::new();
        bench.write("in", text);
        let mut command = bench.command(&["report", "-"]);
        command.stdin(fs::File::open(bench.path().join("in")).unwrap());
        let output = command.output().unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        assert_eq!(out.lines().next(), Some(title), "{out}");
    }
    assert_eq!(
        Bench::new().run(&["import", "-"]).refused(1),
        "error: standard input:1:1: this is no list of pros and cons: it has no pros and cons\nwhat can be read: \"Pros\" and \
         \"Cons\" with a list each below the name of each option, lists of \"Good, because ...\" and \"Bad, because ...\", or a \
         table with the columns Option, Pros, Cons\n    1 | \n      | ^\n"
    );
}

#[test]
fn weights_open_the_report_and_stay_in_the_file() {
    let bench = Bench::new();
    bench.write("flats.csv", "option;side;title;weight\nOld;pro;Cheap;8\nNew;pro;Balcony;3\n");
    let report = bench.run(&["report", "flats.csv"]).done();
    assert!(
        report.starts_with("flats\n\nPreset As given \u{b7} 2 of 2 reasons weighed\n\nOld, "),
        "{report}"
    );
    bench.run(&["import", "flats.csv", "--out", "flats.ron"]);
    let again = bench.run(&["report", "flats.ron"]).done();
    assert_eq!(again, report);
    let json = bench.run(&["report", "flats.csv", "--format", "json"]).done();
    assert!(json.contains("\"preset\": \"as-given\""), "{json}");
}

#[test]
fn of_many_options_some_are_taken() {
    let bench = Bench::new();
    let option = |i: usize| format!("## Way {i}, nice\n\n* Good, because {i}\n* Bad, because x\n\n");
    bench.write("many.md", format!("# Many\n\n{}", (1..=10).map(option).collect::<Vec<_>>().concat()));
    let refused = bench.run(&["import", "many.md"]).refused(1);
    let names = (1..=10).fold(String::new(), |names, i| names + &format!("  Way {i}, nice\n"));
    assert_eq!(
        refused,
        format!(
            "error: many.md:3:4: 10 options, and a comparison has at most 8; `touchstone import FILE --only A,B,C` takes \
             some of them, by name or by how their names begin:\n{names}    3 | ## Way 1, nice\n      |    ^^^^^^^^^^^\n"
        )
    );
    for only in ["way 1,Way 10", "Way 10, nice, way 1, nice", "WAY 1, way 10,"] {
        let ran = bench.run(&["import", "many.md", "--only", only]);
        assert!(ran.out.contains("Way 1, nice") && ran.out.contains("Way 10, nice"), "{ran:?}");
        assert_eq!(ran.err, "many.md: 2 options, 2 pros, 2 cons\n");
    }
    let unknown = bench.run(&["import", "many.md", "--only", "Way 1,Road"]).refused(1);
    assert!(unknown.starts_with("error: many.md:1:1: --only says \"Road\", which is none of the options:\n"));
}

#[test]
fn what_is_no_list_of_pros_and_cons_is_refused_with_what_was_found() {
    let bench = Bench::new();
    let readable = "what can be read: \"Pros\" and \"Cons\" with a list each below the name of each option, lists of \
                    \"Good, because ...\" and \"Bad, because ...\", or a table with the columns Option, Pros, Cons\n";
    for (text, found) in [
        ("", "it has no pros and cons"),
        (
            "# Spec\n\n| Weight | 3 kg |\n| - | - |\n| Width | 3 m |\n",
            "it has a table, but not one of pros and cons",
        ),
        (
            "# Scores\n\n| Option | Speed | Price |\n| - | - | - |\n| A | 3 | 5 |\n| B | 4 | 1 |\n",
            "it has a table, but not one of pros and cons",
        ),
        (
            "# Listed\n\n## Considered Options\n\n* A\n* B\n",
            "it lists 2 options (\"A\", \"B\") and says nothing for or against them",
        ),
        (
            "# Nygard\n\n## Decision\n\nWe use it.\n\n## Consequences\n\n* Good, because it works\n",
            "it has pros and cons, but of no option",
        ),
        ("<table><tr><td>Pros</td></tr></table>\n", "it has HTML, which is not read"),
        (
            "# Done\n\n## Today\n\n- \u{2705} washed\n\n## Tomorrow\n\n- \u{2705} dried\n",
            "it has no pros and cons",
        ),
    ] {
        bench.write("no.md", text);
        let refused = bench.run(&["import", "no.md"]).refused(1);
        let expected = format!("error: no.md:1:1: this is no list of pros and cons: {found}\n{readable}");
        assert!(refused.starts_with(&expected), "{refused}\n{expected}");
    }
}

#[test]
fn bad_documents_are_refused_by_line() {
    let bench = Bench::new();
    for (file, text, expected) in [
        (
            "one.md",
            "# T\n\n## A\n\n### Pros\n\n- x\n",
            "one.md:3:4: only one option has pros and cons: \"A\"; a comparison needs two\n    3 | ## A\n      |    ^\n",
        ),
        (
            "twice.md",
            "# T\n\n## A\n\n* Good, because x\n\n## A\n\n* Bad, because y\n\n## B\n\n* Good, because z\n",
            "twice.md:7:4: the option \"A\" is there twice\n    7 | ## A\n      |    ^\n",
        ),
        (
            "empty.md",
            "# T\n\n## A\n\n* Good, because\n\n## B\n\n* Bad, because y\n",
            "empty.md:5:3: after \"Good, because\" there is no reason\n    5 | * Good, because\n      |   ^^^^^^^^^^^^^\n",
        ),
        (
            "side.csv",
            "alternative,side,title\nA,pro,x\nB,cno,y\n",
            "side.csv:3:3: expected pro or con here, found \"cno\"; did you mean \"con\"?\n    3 | B,cno,y\n      |   ^^^\n",
        ),
        (
            "title.csv",
            "alternative,side,title\nA,pro,x\nB,con,\n",
            "title.csv:3:1: this row has no title: the pro or con itself\n    3 | B,con,\n      | ^^^^^^\n",
        ),
        (
            "weight.csv",
            "alternative,side,title,weight\nA,pro,x,11\n",
            "weight.csv:2:9: a weight is a whole number from 0 to 10, or empty; found \"11\"\n    2 | A,pro,x,11\n      |         ^^\n",
        ),
        (
            "quote.csv",
            "alternative,side,title\nA,pro,\"x\nB,con,y\n",
            "quote.csv:2:7: a quote opens here and is never closed\n    2 | A,pro,\"x\n      |       ^\n",
        ),
        (
            "inside.csv",
            "alternative,side,title\nA,pro,\"open,,,\nA,pro,\"open,,,\nB,con,dear\n",
            "inside.csv:3:8: the quote before this ends the cell that it opens; a quote inside is written twice\n    \
             3 | A,pro,\"open,,,\n      |        ^\n",
        ),
        (
            "cells.csv",
            "alternative,side,title\nA,pro,x, and y\n",
            "cells.csv:2:10: this row has 4 cells and the first one 3; a text with a delimiter in it needs quotes\n    \
             2 | A,pro,x, and y\n      |          ^^^^^\n",
        ),
        (
            "columns.csv",
            "a,b\n1,2\n",
            "columns.csv:1:1: this is no list of pros and cons: the first line should name the columns alternative, side, \
             title, and may name detail, criterion, weight; it names \"a\", \"b\", so what is missing is alternative, side \
             (pro or con), title\n    1 | a,b\n      | ^^^\n",
        ),
    ] {
        bench.write(file, text);
        assert_eq!(bench.run(&["import", file]).refused(1), format!("error: {expected}"));
        assert_eq!(bench.run(&["report", file]).refused(1), format!("error: {expected}"));
    }
    bench.write("utf16.md", b"\xff\xfeA\0");
    assert_eq!(
        bench.run(&["import", "utf16.md"]).refused(1),
        "error: can't read: it is UTF-16 text; save it as UTF-8: utf16.md\n"
    );
    bench.write("large.md", "# T\n\n## A\n\n* Good, because x\n".repeat(200_000));
    assert_eq!(
        bench.run(&["import", "large.md"]).refused(1),
        "error: can't read: it is larger than 4194304 bytes: large.md\n"
    );
}

#[cfg(unix)]
#[test]
fn names_from_documents_drive_no_terminal() {
    let bench = Bench::new();
    bench.write(
        "\u{1b}[31m.md",
        "# A\u{1b}[2Jb\n\n## C\u{7}\n\n* Good, because x\n\n## D\n\n* Bad, because\n",
    );
    for args in [&["import", "\u{1b}[31m.md"][..], &["audit", "."], &["report", "\u{1b}[31m.md"]] {
        let ran = bench.run(args);
        let is_safe = |text: &str| text.chars().all(|c| !c.is_control() || c == '\n');
        assert!(is_safe(&ran.out) && is_safe(&ran.err), "{ran:?}");
    }
}

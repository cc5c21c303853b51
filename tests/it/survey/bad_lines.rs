//! Lines that can't be used, streams that end early, and disks that are full.

use std::process::Stdio;

use serde_json::Value;

use super::crowd;
use crate::support::bench::Bench;

const GOOD: &str = "{\"id\":\"good\",\"stances\":{}}\n";

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn each_bad_line_is_told_by_its_number_and_answered_in_its_place() {
    let bench = Bench::new();
    let long = format!("{{\"id\":\"{}\"}}", "x".repeat(10 * 1024 * 1024));
    let cases: &[(&[u8], &str)] = &[
        (b"", "it is empty"),
        (b"no JSON", "it is no JSON, see byte 2: expected ident"),
        (b"{\"stances\":{}} {}", "it is no JSON, see byte 16: trailing characters"),
        (b"{\"stances\":{\"handmade/uniq", "it is no JSON: it ends in the middle"),
        (b"[1]", "invalid type: sequence, expected a profile such as {\"stances\": {}}"),
        (b"7", "invalid type: integer `7`, expected a profile such as {\"stances\": {}}"),
        (&utf16("{\"stances\":{}}"), "it is UTF-16 text; save it as UTF-8"),
        (b"{\"id\":\"\xff\",\"stances\":{}}", "it is no UTF-8 text, see byte 7"),
        (long.as_bytes(), "it is longer than 262144 bytes"),
        (b"{}", "missing field `stances`"),
        (b"{\"id\":7,\"stances\":{}}", "invalid type: integer `7`, expected a text"),
        (b"{\"id\":\"a\",\"id\":\"b\",\"stances\":{}}", "a field is there twice"),
        (
            b"{\"comparison\":\"flats\",\"stances\":{}}",
            "it belongs to the comparison \"flats\", not to \"jewelry\"",
        ),
        (b"{\"format\":2,\"stances\":{}}", "it is of the newer format 2; this program reads format 1"),
        (b"{\"format\":0,\"stances\":{}}", "there is no format 0; this program reads format 1"),
        (b"{\"band\":6,\"stances\":{}}", "a band is a whole number from 0 to 5, and 6 is not"),
        (b"{\"band\":-1,\"stances\":{}}", "invalid type: integer `-1`, expected a whole number, 0 or more"),
        (
            b"{\"counting\":\"twice\",\"stances\":{}}",
            "it counts as \"twice\", and there is each-reason-once and every-claim",
        ),
        (b"{\"name\":\"\",\"stances\":{}}", "a profile's name must not be empty"),
        (
            b"{\"stance\":{}}",
            "unknown field `stance`, expected one of `id`, `format`, `comparison`, `name`, `band`, `counting`, `stances`",
        ),
        (
            b"{\"stances\":[]}",
            "invalid type: sequence, expected stances such as {\"alternative/claim\": {\"weight\": 8}}",
        ),
        (
            b"{\"stances\":{\"handmade/uniqueness\":8}}",
            "invalid type: integer `8`, expected a stance such as {\"weight\": 8}",
        ),
        (
            b"{\"stances\":{\"handmade/uniqueness\":[8]}}",
            "invalid type: sequence, expected a stance such as {\"weight\": 8}",
        ),
        (
            b"{\"stances\":{\"handmade/uniqueness\":{\"weight\":11}}}",
            "a weight is a whole number from 0 to 10, and 11 is not",
        ),
        (
            b"{\"stances\":{\"handmade/uniqueness\":{\"weight\":8.5}}}",
            "invalid value: floating point `8.5`, expected a whole number, 0 or more",
        ),
        (
            b"{\"stances\":{\"handmade/uniqueness\":{\"weight\":\"8\"}}}",
            "invalid type: string \"8\", expected a whole number, 0 or more",
        ),
        (
            b"{\"stances\":{\"handmade/uniqueness\":{\"on\":1}}}",
            "invalid type: integer `1`, expected a boolean",
        ),
        (
            b"{\"stances\":{\"handmade/uniqueness\":{\"wieght\":1}}}",
            "unknown field `wieght`, expected one of `weight`, `on`, `essential`, `note`",
        ),
        (b"{\"stances\":{\"x/y\":{},\"x/y\":{}}}", "\"x/y\" is there twice"),
        (
            b"{\"stances\":{\"handmade/uniqueness\":{},\"handmade/uniqueness\":{}}}",
            "\"handmade/uniqueness\" is there twice",
        ),
    ];
    for (bad, why) in cases {
        let input = [GOOD.as_bytes(), bad, b"\n", GOOD.as_bytes()].concat();
        // A line feed in UTF-16 is two bytes; what is left of it is a line of its own.
        let ran = bench.run_with(&input, &["score"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let told = ran.err.strip_prefix("line 2: ").expect("the second line is told");
        let (said, note) = told.split_once('\n').expect("a note at the end");
        let (said_alone, _) = said.split_once(" (at byte ").unwrap_or((said, ""));
        assert_eq!((said_alone, note), (*why, "note: 1 of 3 lines can't be used\n"));
        let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!((lines.len(), &lines[0]["id"], &lines[2]), (3, &Value::from("good"), &lines[0]));
        assert_eq!(lines[1]["error"], *said);
        assert_eq!(lines[1].as_object().unwrap().len(), 2, "{}", lines[1]);
        let strict = bench.run_with(&input, &["score", "--strict"]);
        assert_eq!((strict.code, &strict.out), (1, &ran.out));
        assert!(strict.err.ends_with("error: 1 of 3 lines can't be used\n"), "{}", strict.err);
        // What adds answers up counts it.
        let sums = bench.run_with(&ran.out, &["tally"]).done();
        assert!(sums.contains("2 answers, 1 more without an answer\n"), "{sums}");
    }
}

#[test]
fn an_error_says_whose_it_is() {
    let bench = Bench::new();
    let ran = bench.run_with("{\"id\":\"p\u{1b}[31m\",\"band\":9}", &["score"]);
    assert_eq!(
        ran.out,
        "{\"id\":null,\"error\":\"it is no JSON, see byte 9: control character (\\\\u0000-\\\\u001F) found while parsing a string\"}\n"
    );
    let ran = bench.run_with("{\"id\":\"\\u001b\u{202e}\",\"wei\\u001b\u{202e}\":9}", &["score"]);
    assert!(
        ran.out.starts_with("{\"id\":\"\\u001b\\u202e\",\"error\":\"unknown field `wei\u{241b}\u{fffd}`"),
        "{}",
        ran.out
    );
    assert!(ran.err.starts_with("line 1: unknown field `wei\u{241b}\u{fffd}`, expected"), "{}", ran.err);
}

#[test]
fn of_many_bad_lines_twenty_are_told() {
    let bench = Bench::new();
    let input = format!("{GOOD}{}", "no\n".repeat(50_000));
    for jobs in ["1", "4"] {
        let ran = bench.run_with(&input, &["score", "--jobs", jobs]);
        let lines: Vec<&str> = ran.err.lines().collect();
        let told = |number: usize| format!("line {}: it is no JSON, see byte 2: expected ident", number + 2);
        assert_eq!(lines[..20], (0..20).map(told).collect::<Vec<_>>());
        assert_eq!(
            lines[20..],
            ["note: 50000 of 50001 lines can't be used", "note: only the first 20 of them are told"]
        );
        assert_eq!(ran.out.lines().count(), 50_001);
    }
}

#[test]
fn claims_that_are_not_there_are_counted_and_said() {
    let bench = Bench::new();
    let input = "{\"stances\":{\"handmade/gone\":{\"weight\":3}}}\n{\"stances\":{}}\n{\"stances\":{\"a\\u001b\":{},\"handmade/gone\":{}}}\n";
    let ran = bench.run_with(input, &["score", "--strict"]);
    assert_eq!(ran.code, 0);
    assert_eq!(
        ran.err,
        "note: 2 of 3 lines say something of claims that are not there (are they about this comparison?): a\u{241b}, handmade/gone\n"
    );
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!((lines[0], lines[2]), (lines[1], lines[1]));
    let many: Vec<String> = (0..30).map(|i| format!("{{\"stances\":{{\"x/{i:02}\":{{}}}}}}\n")).collect();
    let said = bench.run_with(many.concat(), &["score"]).err;
    assert!(
        said.starts_with(
            "note: 30 of 30 lines say something of claims that are not there (are they about this comparison?), such as x/00, x/01"
        ),
        "{said}"
    );
    assert!(!said.contains("x/20"), "{said}");
}

#[test]
fn a_whole_stream_in_utf16_is_named_as_such() {
    let bench = Bench::new();
    let ran = bench.run_with([b"\xff\xfe".to_vec(), utf16(&GOOD.repeat(3))].concat(), &["score"]);
    assert!(
        ran.err.starts_with("line 1: it is UTF-16 text; save it as UTF-8\nline 2: it is UTF-16 text"),
        "{}",
        ran.err
    );
    // A mark before UTF-8 is nothing wrong.
    let marked = bench.run_with([b"\xef\xbb\xbf", GOOD.as_bytes()].concat(), &["score"]).done();
    assert_eq!(marked, bench.run_with(GOOD.replace('\n', "\r\n"), &["score"]).done());
}

#[test]
fn answers_that_score_does_not_write_are_refused() {
    let bench = Bench::new();
    let answer = bench.run_with(GOOD, &["score"]).done();
    let whole = bench.run_with(GOOD, &["score", "--fields", "all"]).done();
    let with = |from: &str, to: &str| {
        assert!(answer.contains(from), "{answer}");
        answer.replace(from, to)
    };
    for (bad, why) in [
        ("no\n".to_owned(), "it is no JSON, see byte 2: expected ident"),
        ("[]\n".to_owned(), "it is no answer such as `score` writes"),
        (GOOD.to_owned(), "this is a profile; `touchstone score` answers it"),
        (whole, "\"alternatives\" is unknown in an answer, as `score` writes it without --fields all"),
        (with("\"leader\":\"handmade\"", "\"leader\":\"x\""), "there is no alternative \"x\""),
        (
            with("\"leader\":\"handmade\"", "\"leader\":null").replace("unweighed", "clear"),
            "`leader` and the verdict clear don't go together",
        ),
        (with("unweighed", "sure"), "`verdict` is none that there is"),
        (with("\"tie\":0.", "\"tie\":7."), "a chance in `tie` is a number from 0 to 1, and one is not"),
        (
            with("\"chances\":{\"handmade\"", "\"chances\":{\"x\""),
            "a chance in `chances` is a number from 0 to 1, and one is not",
        ),
        (with("\"chances\":{", "\"chances\":{\"x\":0.5,"), "`chances` are of other alternatives"),
        (with("\"ruled_out\":[]", "\"ruled_out\":[7]"), "there is no alternative \"7\""),
        (with("\"ruled_out\":[],", ""), "the list `ruled_out` is missing"),
        (
            with("\"handmade/uniqueness\":5", "\"handmade/uniqueness\":11"),
            "the points of \"handmade/uniqueness\" are no whole number up to 10",
        ),
        (with("\"handmade/uniqueness\":5", "\"handmade/x\":5"), "there is no claim \"handmade/x\""),
    ] {
        let ran = bench.run_with(format!("{answer}{bad}{answer}"), &["tally"]);
        assert_eq!(ran.err, format!("line 2: {why}\nnote: 1 of 3 lines can't be used\n"));
        assert_eq!(ran.code, 0);
        assert!(ran.out.contains("\n2 answers, 1 that could not be read\n"), "{}", ran.out);
        assert_eq!(bench.run_with(bad, &["tally", "--strict"]).code, 1);
    }
}

#[test]
fn a_part_that_can_not_be_added_up_leaves_no_sum() {
    let bench = Bench::new();
    let sums = bench.run_with(GOOD, &["score"]).done();
    let sums = bench.run_with(sums, &["tally", "--format", "json"]).done();
    let with = |from: &str, to: &str| {
        assert!(sums.contains(from), "{sums}");
        sums.replace(from, to)
    };
    for (bad, why) in [
        ("{}\n".to_owned(), "these are no sums: `tally` writes them with --format json"),
        (sums[..40].to_owned() + "\n", "it is no JSON: it ends in the middle"),
        (
            with("\"schema_version\":1", "\"schema_version\":2"),
            "they are of the format 2; this program adds up format 1",
        ),
        (with("\"jewelry\"", "\"flats\""), "they belong to the comparison \"flats\", not to \"jewelry\""),
        (with("\"comparison\":\"jewelry\",", ""), "they don't say of which comparison they are"),
        (with("\"answers\":1,", ""), "\"answers\" is missing"),
        (with("\"answers\":1,", "\"answers\":-1,"), "\"answers\" is no whole number that it can be"),
        (with("\"answers\":1,", "\"answers\":1.5,"), "\"answers\" is no whole number that it can be"),
        (with("\"answers\":1,", "\"answers\":1,\"x\":1,"), "the comparison has nothing that is called \"x\""),
        (
            with("\"answers\":1,", "\"answers\":9223372036854775807,"),
            "these sums can't be of so many answers",
        ),
        (
            with("\"answers\":1,", "\"answers\":9223372036854775807,")
                .replace("\"undecided/unweighed\":1", "\"undecided/unweighed\":9223372036854775807"),
            "a sum is too large",
        ),
        (with("\"between\":0", "\"between\":2"), "these sums can't be of so many answers"),
        (with("\"schema_version\":1", "\"schema_version\":1,\"x\":0"), "\"x\" is unknown in sums"),
    ] {
        for jobs in ["1", "2"] {
            let ran = bench.run_with(format!("{sums}{bad}"), &["tally", "--merge", "--jobs", jobs]);
            assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
            assert_eq!(ran.err, format!("line 2: {why}\nerror: 1 of 2 lines can't be used\n"));
        }
    }
}

#[test]
fn a_reader_that_left_ends_it_quietly() {
    let bench = Bench::new();
    bench.write("people.jsonl", crowd(3_000));
    for args in [&["score"][..], &["score", "--jobs", "3"], &["tally"], &["tally", "--merge"]] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let input = std::fs::File::open(bench.path().join("people.jsonl")).expect("a file");
        let mut command = bench.command(args);
        let input = if args[0] == "score" { Stdio::from(input) } else { Stdio::null() };
        let output = command.stdin(input).stdout(writer).output().expect("the program runs");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), said.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let bench = Bench::new();
    bench.write("people.jsonl", crowd(3_000));
    for args in [&["score"][..], &["score", "--jobs", "3"], &["tally"], &["tally", "--merge"]] {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("a full device");
        let input = std::fs::File::open(bench.path().join("people.jsonl")).expect("a file");
        let input = if args[0] == "score" { Stdio::from(input) } else { Stdio::null() };
        let output = bench.command(args).stdin(input).stdout(full).output().expect("the program runs");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert_eq!(said, "error: can't write to standard output: No space left on device (os error 28)\n");
    }
}

#[cfg(unix)]
#[test]
fn a_stream_that_can_not_be_read_is_told() {
    let bench = Bench::new();
    for jobs in ["1", "2"] {
        let folder = std::fs::File::open(bench.path()).expect("a folder");
        let output =
            bench.command(&["score", "--jobs", jobs]).stdin(folder).output().expect("the program runs");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
        assert_eq!(said, "error: can't read from standard input: Is a directory (os error 21)\n");
    }
}

//! What is printed in a locale that is not UTF-8, and with `--ascii`.

use crate::support::bench::{Bench, Ran};

const CAFES: &str = "Comparison(title: \"Caf\u{e9} \u{b7} th\u{e9}\u{2026}\", alternatives: [
    (name: \"Caf\u{e9}\", pros: [\"Milk, sugar\", \"\u{6307}\"]), (name: \"Th\u{e9}\", pros: [\"Hot\"], cons: [\"Dear\"])])";

/// What comes out with these lines as the input.
fn said(locale: &str, lines: &str, args: &[&str]) -> String {
    let bench = Bench::new();
    bench.write("cafes.ron", CAFES);
    bench.write("lines", lines);
    let mut command = bench.command(args);
    let input = std::fs::File::open(bench.path().join("lines")).unwrap();
    Ran::of(command.env("LC_ALL", locale).stdin(input).output().unwrap()).done()
}

#[test]
fn line_by_line_all_is_ascii_where_the_locale_has_no_more() {
    let lines = "5\n5\nwhy\nlist\ngo zebr\u{e4}\nq\nn\n";
    let args = ["weigh", "cafes.ron"];
    let ascii = said("C", lines, &args);
    assert!(ascii.is_ascii() && ascii == said("de_AT.ISO-8859-1", lines, &args), "{ascii}");
    for part in ["Cafe - the...\n", "For Cafe: ? .", "\"Milk, sugar\"", "For The: Hot.", "\"zebra\""] {
        assert!(ascii.contains(part), "{part}: {ascii}");
    }
    let whole = said("de_AT.UTF-8", lines, &args);
    for part in
        ["Caf\u{e9} \u{b7} th\u{e9}\u{2026}\n", "For Caf\u{e9}: \u{6307}.", "\u{201c}Milk, sugar\u{201d}"]
    {
        assert!(whole.contains(part), "{part}: {whole}");
    }
}

#[test]
fn the_text_report_has_the_signs_that_the_locale_has_and_keeps_its_columns() {
    for args in [&["report", "cafes.ron"][..], &["cafes.ron"]] {
        let (ascii, whole) = (said("POSIX", "", args), said("C.UTF-8", "", args));
        assert!(ascii.is_ascii(), "{ascii}");
        assert!(ascii.starts_with("Cafe - the...\n") && ascii.contains("  -   ?  Dear\n"), "{ascii}");
        assert!(whole.contains("  \u{2212}   ?  Dear\n") && whole.contains("Caf\u{e9}"), "{whole}");
        assert_eq!(ascii.lines().count(), whole.lines().count());
    }
    let signs = said("C.UTF-8", "", &["--ascii", "cafes.ron"]);
    assert!(signs.starts_with("Caf\u{e9} - th\u{e9}...\n") && signs.contains("  -   ?  Dear\n"), "{signs}");
}

#[test]
fn what_is_utf_8_by_what_it_is_stays_so() {
    for format in ["markdown", "json"] {
        let args = ["report", "cafes.ron", "--format", format];
        assert_eq!(said("C", "", &args), said("C.UTF-8", "", &args));
        assert!(said("C", "", &args).contains("Caf\u{e9}"));
    }
}

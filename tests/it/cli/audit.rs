//! Decision records held against their own reasons.

use serde_json::Value;

use crate::support::bench::{Bench, Ran};

/// A record with options of so many pros and cons, of which one was chosen.
fn record(options: &[(&str, usize, usize)], chosen: Option<&str>) -> String {
    let chosen =
        chosen.map_or_else(String::new, |chosen| format!("Chosen option: \"{chosen}\", because so.\n\n"));
    let mut text =
        format!("# Which way\n\n## Decision Outcome\n\n{chosen}## Pros and Cons of the Options\n\n");
    for (name, pros, cons) in options {
        text.extend([format!("### {name}\n\n")]);
        text.extend((1..=*pros).map(|i| format!("* Good, because {name} {i}\n")));
        text.extend((1..=*cons).map(|i| format!("* Bad, because not {name} {i}\n")));
        text.push('\n');
    }
    text
}

fn bench() -> Bench {
    let bench = Bench::new();
    bench.write("adr/1.md", record(&[("North", 3, 1), ("South", 1, 0)], Some("North")));
    bench.write("adr/2.md", record(&[("North", 1, 1), ("South", 4, 1)], Some("North")));
    bench.write("adr/3.md", record(&[("North", 1, 0), ("South", 2, 1)], Some("South")));
    bench.write("adr/deeper/4.md", record(&[("North", 1, 0), ("South", 4, 0)], Some("North")));
    bench.write("adr/5.md", record(&[("North", 1, 0), ("South", 2, 0)], None));
    bench.write("adr/6.md", record(&[("North", 1, 0), ("South", 2, 0)], Some("West")));
    bench.write("adr/README.md", "# How we decide\n\nBy reasons.\n");
    bench.write("adr/.hidden/7.md", record(&[("North", 1, 0), ("South", 2, 0)], Some("North")));
    bench.write("adr/notes.txt", record(&[("North", 1, 0), ("South", 2, 0)], Some("North")));
    bench
}

const LINES: &str = "\
    adr/1.md: \"North\" leads by 1 (3 for, 1 against), before \"South\" (1 for, 0 against)\n\
    adr/2.md: \"North\" (1 for, 1 against) is 3 behind \"South\" (4 for, 1 against); even if all that speaks for it or \
    against the others weighed twice as much, it would not lead\n\
    adr/3.md: \"South\" (2 for, 1 against) is level with \"North\" (1 for, 0 against); it leads if 1 reason weighs twice as \
    much as the rest: \"South 1\"\n\
    adr/5.md: does not say which of 2 options was chosen\n\
    adr/6.md: chose \"West\", which is none of its options: \"North\" and \"South\"\n\
    adr/deeper/4.md: \"North\" (1 for, 0 against) is 3 behind \"South\" (4 for, 0 against); even if all that speaks for it \
    or against the others weighed twice as much, it would not lead\n";

const SKIPPED: &str = "adr/README.md: no record: this is no list of pros and cons: it has no pros and cons\n";

/// What is said of records, with the paths of any system as on Unix.
fn audit(bench: &Bench, args: &[&str]) -> Ran {
    let mut ran = bench.run(&[&["audit"], args].concat());
    if cfg!(windows) {
        // JSON writes a backslash twice.
        let separator = if args.contains(&"json") { r"\\" } else { r"\" };
        for said in [&mut ran.out, &mut ran.err] {
            *said = said.replace(separator, "/");
        }
    }
    ran
}

#[test]
fn a_folder_has_a_line_for_each_record() {
    let bench = bench();
    let ran = audit(&bench, &["adr"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, LINES, SKIPPED));
    let strict = audit(&bench, &["adr", "--strict"]);
    let said = format!("{SKIPPED}error: 2 of 6 records are contradicted by their own reasons\n");
    assert_eq!((strict.code, strict.out.as_str(), strict.err), (1, LINES, said));
    let one = bench.run(&["audit", "--strict", "adr/1.md", "adr/3.md"]);
    assert_eq!((one.code, one.out.lines().count(), one.err.as_str()), (0, 2, ""));
}

#[test]
fn programs_get_the_same() {
    let ran = audit(&bench(), &["--format", "json", "adr"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let json: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(json["schema_version"], 1);
    assert_eq!(json["contradicted"], 2);
    let verdicts: Vec<&str> =
        json["records"].as_array().unwrap().iter().map(|it| it["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["leads", "trails", "ties", "no-choice", "unknown-choice", "trails"]);
    assert_eq!(
        json["records"][2],
        serde_json::json!({
            "file": "adr/3.md",
            "title": "Which way",
            "options": [
                {"name": "North", "pros": 1, "cons": 0, "net": 1},
                {"name": "South", "pros": 2, "cons": 1, "net": 1},
            ],
            "chosen": "South",
            "decided": "South",
            "verdict": "ties",
            "lead": 0,
            "next": "North",
            "needs": {"count": 1, "reasons": ["South 1"]},
            "uncounted": 0,
        })
    );
    assert_eq!(json["skipped"][0]["file"], "adr/README.md");
}

#[test]
fn what_a_comparison_chose_is_held_against_it_too() {
    let bench = Bench::new();
    bench.write(
        "way.ron",
        r#"Comparison(title: "Way", alternatives: [(name: "North", pros: ["x"]), (name: "South", cons: ["y"])], chosen: Some("south"))"#,
    );
    let said = "way.ron: \"South\" (0 for, 1 against) is 2 behind \"North\" (1 for, 0 against); even if all that speaks for \
                it or against the others weighed twice as much, it would not lead\n";
    assert_eq!(bench.run(&["audit", "way.ron"]).done(), said);
}

#[test]
fn what_was_chosen_without_a_reason_and_what_is_not_counted_are_told() {
    let bench = Bench::new();
    bench.write("1.md", record(&[("North", 1, 0), ("South", 0, 1), ("West", 0, 0)], Some("West")));
    bench.write(
        "2.md",
        record(&[("North", 1, 0), ("South", 0, 1)], Some("North"))
            .replace("### South", "* It is cold\n\n### South"),
    );
    let said = "1.md: \"West\" was chosen, and nothing is said for or against it\n\
                2.md: \"North\" leads by 2 (1 for, 0 against), before \"South\" (0 for, 1 against); 1 line not counted\n";
    assert_eq!(bench.run(&["audit", "--strict", "1.md", "2.md"]).done(), said);
}

#[test]
fn without_a_record_there_is_nothing_to_say() {
    let bench = Bench::new();
    bench.write("empty/README.md", "# Nothing\n");
    bench.write("one.md", "# T\n\n## A\n\n* Good, because x\n");
    assert_eq!(
        audit(&bench, &["empty"]).refused(1),
        "empty/README.md: no record: this is no list of pros and cons: it has no pros and cons\n\
         error: no decision record in empty: none with pros and cons of at least two options\n"
    );
    let refused = bench.run(&["audit", "one.md"]).refused(1);
    assert!(refused.starts_with("error: one.md:3:4: only one option has pros and cons: \"A\""), "{refused}");
    assert!(refused.ends_with("error: 1 of 1 files can't be used\n"), "{refused}");
    let gone = bench.run(&["audit", "gone"]).refused(1);
    assert!(gone.starts_with("error: can't read: "), "{gone}");
    assert_eq!(bench.run(&["audit"]).code, 2);
}

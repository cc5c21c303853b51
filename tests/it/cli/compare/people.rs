//! Who takes part, and whose profile is refused or left out.

use super::*;

#[test]
fn people_stand_in_the_order_of_the_line() {
    let bench = ana_and_ben();
    bench.write(
        support::profile_file("data".as_ref(), "Zoe").to_str().expect("a path").replace("jewelry", "flat"),
        profile("Zoe", ""),
    );
    let report = object(
        &bench,
        &["--profile-file", "ben.ron", "--preset", "thrift", "--profile", "Zoe", "--profile-file", "ana.ron"],
    );
    assert_eq!(names(&report), ["Ben", "Thrift", "Zoe", "Ana"]);
    assert_eq!(report["people"][1]["preset"], "thrift");
}

#[test]
fn without_a_word_all_are_there_and_presets_where_they_are_few() {
    let bench = ana_and_ben();
    assert_eq!(names(&object(&bench, &[])), ["Thrift"]);
    let save = |name: &str| {
        let file = support::profile_file("data".as_ref(), name);
        bench.write(
            file.to_str().expect("a path").replace("jewelry", "flat"),
            profile(name, "\"old/near\": (weight: 3)"),
        );
    };
    save("Zoe");
    assert_eq!(names(&object(&bench, &[])), ["Zoe", "Thrift"]);
    save("Yan");
    assert_eq!(names(&object(&bench, &[])), ["Yan", "Zoe"]);
    bench.write(
        "bare.ron",
        "Comparison(title: \"t\", alternatives: [(name: \"a\", pros: [\"p\"]), (name: \"b\")])",
    );
    let said = bench.run(&["compare", "bare.ron"]).refused(1);
    assert!(said.starts_with("error: there is nobody to put side by side"), "{said}");
}

#[test]
fn what_can_not_be_read_is_refused_with_its_reason() {
    let bench = ana_and_ben();
    for (text, said) in [
        (
            profile("C", "").replace("\"flat\"", "\"ring\""),
            "belongs to the comparison \"ring\", not to \"flat\"",
        ),
        (profile("C", "").replace("format: 1", "format: 2"), "this file has format 2, which is newer"),
        ("Profile(".to_owned(), "c.ron:1:"),
        (
            profile("C", "").replace("stances", "blind: 1, gut: 2, after_seeing: (changed: 256), stances"),
            "from 0 to 255",
        ),
    ] {
        bench.write("c.ron", text);
        let told = compare(&bench, &[&BOTH[..], &["--profile-file", "c.ron"]].concat()).refused(1);
        assert!(told.contains(said), "{said}\n{told}");
    }
    let told = compare(&bench, &["--profile", "Nobody"]).refused(1);
    assert!(told.contains("there is no profile Nobody"), "{told}");
    let told = compare(&bench, &["--preset", "thirft"]).refused(1);
    assert!(told.contains("thrift"), "{told}");
}

#[test]
fn what_fits_no_more_is_said() {
    let bench = bench();
    bench.write(
        "c.ron",
        profile("C", "\"old/cheap\": (weight: 9), \"old/garden\": (weight: 9), \"hut/dry\": (on: false)"),
    );
    let ran = compare(&bench, &["--profile-file", "c.ron", "--preset", "thrift"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (0, "note: C weighs lines that are not there: hut/dry, old/garden\n")
    );
}

#[test]
fn the_same_twice_is_taken_once_and_two_of_a_name_are_told_apart() {
    let bench = ana_and_ben();
    let ran = compare(&bench, &[&BOTH[..], &["--profile-file", "ana.ron", "--format", "json"]].concat());
    assert_eq!(ran.err, "note: Ana is there twice and taken once\n");
    assert_eq!(names(&serde_json::from_str(&ran.out).expect("JSON")), ["Ana", "Ben"]);
    bench.write("ana-again.ron", profile("Ana", "\"old/near\": (weight: 3)"));
    let report = object(&bench, &[&BOTH[..], &["--profile-file", "ana-again.ron"]].concat());
    assert_eq!(names(&report), ["Ana", "Ben", "Ana (2)"]);
}

#[test]
fn one_alone_nine_and_everybody_undecided_are_told() {
    let bench = ana_and_ben();
    let alone = compare(&bench, &["--profile-file", "ana.ron"]).done();
    assert!(alone.contains("One alone has nothing to give up: Old leads already."), "{alone}");
    assert!(!alone.contains("What divides"), "{alone}");
    let mut args = Vec::new();
    for i in 0..9 {
        let name = format!("p{i}.ron");
        bench.write(
            &name,
            profile(&format!("P{i}"), &format!("\"old/cheap\": (weight: {i}), \"old/noisy\": (weight: 4)")),
        );
        args.extend(["--profile-file".to_owned(), name]);
    }
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let nine = object(&bench, &args);
    assert_eq!(names(&nine).len(), 9);
    assert_eq!(nine["divide"]["between"], json!([0, 8]));
    bench.write("open.ron", profile("Open", ""));
    let open = compare(&bench, &["--profile-file", "open.ron"]).done();
    assert!(
        open.contains("Nobody has weighed anything yet, so there is nothing to put side by side."),
        "{open}"
    );
    let some = compare(&bench, &[&BOTH[..], &["--profile-file", "open.ron"]].concat()).done();
    assert!(some.contains("Open has weighed nothing yet."), "{some}");
    assert!(some.contains("Old: Ana 0, Ben 5, Open \u{2013}"), "{some}");
}

#[test]
fn who_is_weighing_blind_is_not_told() {
    let bench = ana_and_ben();
    let blind = profile("C", "\"old/cheap\": (weight: 9)").replace("stances", "blind: true, stances");
    bench.write("c.ron", blind);
    let ran = compare(&bench, &[&BOTH[..], &["--profile-file", "c.ron"]].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, "note: C is weighing blind and takes no part\n"));
    assert_eq!(ran.out, compare(&bench, &BOTH).done());
    // Where only such people are saved, presets stand in.
    for name in ["One", "Two"] {
        let args = ["weigh", "--blind", "--profile", name];
        bench.run_with("uniqueness 9\nsave\nquit\n", &args).done();
    }
    let told = bench.run(&["compare"]);
    assert!(told.out.contains("Budget first") && told.code == 0, "{told:?}");
    let alone = compare(&bench, &["--profile-file", "c.ron"]);
    assert!(
        (alone.code, alone.out.as_str()) == (1, "") && alone.err.contains("nobody to put side by side"),
        "{alone:?}"
    );
    for format in ["text", "markdown", "html", "json"] {
        let said =
            bench.run(&["report", "flat.ron", "--profile-file", "c.ron", "--format", format]).refused(1);
        assert!(said.starts_with("error: C is weighed blind, so the answer is hidden"), "{said}");
    }
}

#[test]
fn a_damaged_one_is_left_out_aloud_and_a_name_in_other_letters_is_the_same() {
    let bench = bench();
    let file = |name: &str| {
        support::profile_file("data".as_ref(), name).to_str().expect("a path").replace("jewelry", "flat")
    };
    bench.write(file("Ana"), profile("Ana", "\"old/cheap\": (weight: 9)"));
    bench.write(file("Ben"), "Profile(");
    let ran = compare(&bench, &[]);
    assert!(
        ran.code == 0
            && ran.err.starts_with("note: ben-")
            && ran.err.ends_with("can't be read and is left out\n"),
        "{ran:?}"
    );
    let ran = compare(&bench, &["--profile", "Ana", "--profile", "ANA", "--format", "json"]);
    assert_eq!(ran.err, "note: Ana is there twice and taken once\n");
    assert_eq!(names(&serde_json::from_str(&ran.out).expect("JSON")), ["Ana"]);
}

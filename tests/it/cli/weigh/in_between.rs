//! Questions that are not about a reason: what is understood there, and what becomes of it where the lines end.

use super::{KEPT, saved, talk};
use crate::support::bench::Bench;
use crate::support::name;

#[test]
fn what_is_told_at_the_end_is_of_what_is_open_and_not_of_what_is_looked_at() {
    for lines in ["9\np\n", "9\np\nbudget\n", "9\np\nq\n", "9\np\nbudget\nexit\n", "9\np\nbudget\nquit\ny\n"]
    {
        let out = talk(&Bench::new(), lines, &[]).out;
        let mine = "So far leaning to Handmade, much doubt left: first in 79 of every 100 ways";
        assert_eq!(out.matches(mine).count(), 2, "{lines:?}: {out}");
        assert_eq!(out.matches("first in ").count(), 2, "{lines:?}: {out}");
        assert!(out.contains("\nIt rests on many reasons, Uniqueness the heaviest.\n"), "{lines:?}: {out}");
    }
}

#[test]
fn words_of_a_question_are_understood_in_between_and_go_back_first() {
    let nine = "\"handmade/uniqueness\": (weight: Some(9))";
    for lines in [
        "9\np\nsave mine\nquit\n",
        "9\np\nBUDGET\nsave mine\nbye\n",
        "9\nq\nsave mine\nexit\n",
        "9\nsave mine\n8\np\nbudget\nundo\np\nq\n",
        "9\n8\np\nu\nsave mine\n",
        "9\np\nback\np\nb\nsave mine\nq\n",
        "9\np\nsave\nmine\np\nq\n",
    ] {
        let bench = Bench::new();
        let ran = talk(&bench, lines, &[]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{lines:?}: {}", ran.out);
        assert!(saved(&bench, "mine").contains(nine), "{lines:?}: {}", ran.out);
        assert!(!saved(&bench, "mine").contains("craftsmanship"), "{lines:?}: {}", ran.out);
    }
    let out = talk(&Bench::new(), "p\n?\nhelp\nsave ../x\n", &[]).out;
    assert_eq!(
        out.matches("\nundo, save, and quit go back first and then do what they do at a question.\n").count(),
        2
    );
    assert_eq!(out.matches("\n1. Budget first.").count(), 3, "{out}");
    let (_, refused) = out.split_once("That can't be taken: ").unwrap();
    assert!(refused.contains("How much does this difference matter to you?"), "{out}");
}

#[test]
fn a_profile_may_have_a_word_for_its_name() {
    let bench = Bench::new();
    let ran = talk(&bench, "9\nsave\n?\nquit\nq\n", &[]);
    assert_eq!((ran.code, ran.out.matches("Under what name?").count()), (0, 2), "{}", ran.out);
    assert!(saved(&bench, "quit").contains("Some(9)"), "{}", ran.out);
    let ran = talk(&bench, "8\nsave other\np\nquit\nq\n", &["--profile", "other"]);
    assert!(ran.out.contains("Opened quit.") && ran.code == 0, "{}", ran.out);
}

#[test]
fn the_end_at_whatever_is_asked_is_no_success_if_something_was_to_be_saved() {
    let kept = "error: it was not saved; what you said is kept, and the next start brings it back\n";
    let nothing = "error: it was not saved\n";
    for (lines, said) in [
        ("1\nsave\n", kept),
        ("1\nsave\n.x\n", kept),
        ("1\nsave ../x\n", kept),
        ("1\nsave mine\n", kept),
        ("1\nsave mine\nquit\n", kept),
        ("1\nsave mine\nquit\n\n", kept),
        ("1\nsave mine\np\nbudget\nquit\n", kept),
        ("1\nsave mine\nquit\np\n", kept),
        ("1\np\nsave mine\n", kept),
        ("1\np\nbudget\ny\n", kept),
        ("1\nq\ny\nmine\n", kept),
        ("save mine\n", nothing),
        ("save mine\nquit\n", nothing),
        ("1\nsave mine\nn\n", KEPT),
        ("1\nsave mine\n\n", KEPT),
        ("1\nsave mine\nquit\nn\n", ""),
        ("1\nsave\n\n", KEPT),
        ("1\nq\n", KEPT),
        ("1\nsave mine\ny\n", ""),
        ("1\nsave mine\nsave yours\n", ""),
        ("1\nq\ny\nyours\n", ""),
        ("1\np\nbudget\ny\nyours\n", ""),
        ("1\nsave yours\n2\n", KEPT),
    ] {
        let bench = Bench::new();
        bench.write(
            format!("data/profiles/jewelry/{}.ron", name("mine").slug()),
            "Profile(format: 1, comparison: \"jewelry\", name: \"mine\")\n",
        );
        let ran = talk(&bench, lines, &[]);
        let code = i32::from(said.starts_with("error"));
        assert_eq!((ran.code, ran.err.as_str()), (code, said), "{lines:?}: {}", ran.out);
    }
    for lines in ["s\n", "s\nq\n", "s\ns\n", "s\np\n"] {
        let ran = talk(&in_conflict(), lines, &["--profile", "mine"]);
        assert_eq!((ran.code, ran.err.as_str()), (1, kept), "{lines:?}: {}", ran.out);
    }
    let bench = in_conflict();
    let ran = talk(&bench, "s\nsave mine2\nbye\n", &["--profile", "mine"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(saved(&bench, "mine").contains("9)") && saved(&bench, "mine2").contains("2)"));
}

#[test]
fn another_profile_of_that_name_is_written_over_only_if_that_is_said() {
    let bench = Bench::new();
    talk(&bench, "9\nsave mine\nq\n", &[]);
    let kept = saved(&bench, "mine");
    let asked = "There is a profile mine already. Write over it? y or n.\n";
    let ran = talk(&bench, "1\nsave mine\nwhat\n", &["--profile", "other"]);
    assert_eq!(ran.out.matches(asked).count(), 2, "{}", ran.out);
    let error = "error: it was not saved; what you said is kept, and the next start brings it back\n";
    assert_eq!((ran.code, ran.err.as_str()), (1, error));
    let ran = talk(&bench, "save mine\nn\nq\nn\n", &["--profile", "other"]);
    assert_eq!((ran.code, ran.err.as_str(), saved(&bench, "mine")), (0, "", kept.clone()));
    let ran = talk(&bench, "1\nsave mine\ny\nq\n", &["--profile", "other"]);
    assert!(ran.out.contains("Saved as mine.") && saved(&bench, "mine") != kept, "{}", ran.out);
}

/// A bench with a profile of which 2 for uniqueness is not saved, while another window saved 9.
fn in_conflict() -> Bench {
    let bench = Bench::new();
    let text = |weight| {
        format!(
            "Profile(format: 1, comparison: \"jewelry\", name: \"mine\", stances: {{\"handmade/uniqueness\": (weight: {weight})}})\n"
        )
    };
    let file = format!("data/profiles/jewelry/{}.ron", name("mine").slug());
    bench.write(&file, text(1));
    assert_eq!(talk(&bench, "go 1\n2\n", &["--profile", "mine"]).err, KEPT);
    bench.write(&file, text(9));
    bench
}

#[test]
fn what_another_window_saved_is_told_and_nothing_is_lost() {
    let asked = "mine was changed elsewhere since you opened it. Nothing was written.";
    for (answer, weight, code) in
        [("", 9, 1), ("\n", 9, 0), ("r\n", 9, 0), ("o\n", 2, 0), ("s\nmine2\n", 9, 0)]
    {
        let bench = in_conflict();
        let ran = talk(&bench, &format!("s\n{answer}"), &["--profile", "mine"]);
        assert!(ran.out.contains(asked), "{}", ran.out);
        assert_eq!(ran.code, code, "{answer:?}: {}", ran.err);
        assert!(saved(&bench, "mine").contains(&format!("{weight})")), "{answer:?}");
        assert_eq!(saved(&bench, "mine2").contains("2)"), answer.contains("mine2"));
    }
    let reloaded = talk(&in_conflict(), "s\nreload\nu\n", &["--profile", "mine"]).out;
    assert!(reloaded.contains("Reloaded; undo brings back what you had."), "{reloaded}");
}

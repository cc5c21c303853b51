//! Many processes that change one profile at once.

use touchstone::store::Over;

use super::shelf::{self, Shelf, Site};
use super::worker::{self, Task, counter};

const WORKERS: usize = 8;

#[test]
fn no_edit_is_lost_in_silence_among_eight_processes() {
    edit_at_once(50);
}

#[test]
#[ignore = "a long run"]
fn long_run_of_edits_in_eight_processes() {
    edit_at_once(1_250);
}

fn edit_at_once(edits: usize) {
    let shelf = Shelf::stocked();
    let (mut profile, known) = shelf.store.load(&shelf::name()).expect("it loads").expect("it is there");
    shelf::set_note(&mut profile, "0");
    shelf.store.save(&shelf::name(), &profile, &Over::Known(known)).expect("it is saved");
    let workers: Vec<_> =
        (0..WORKERS).map(|_| worker::start::<Shelf>(Task::Count(edits), shelf.data())).collect();
    let mut kept = 0;
    for worker in workers {
        let output = worker.wait_with_output().expect("its output");
        let result = worker::result(&output, "a worker").expect("nobody kills it");
        let counts = result.strip_prefix("kept ").and_then(|counts| counts.split_once(" of "));
        let (kept_here, of) = counts.expect("two numbers");
        assert_eq!(of.parse(), Ok(edits));
        kept += kept_here.parse::<usize>().expect("a number");
    }
    let (profile, _) = shelf.store.load(&shelf::name()).expect("whole").expect("it is there");
    assert_eq!(counter(&profile), kept, "an edit that was said to be kept is gone");
    assert!(kept >= edits, "nearly nothing was kept: {kept}");
    println!("{kept} edits kept, {} refused aloud", WORKERS * edits - kept);
    shelf.assert_next_save_works("after all edits");
}

//! Saves without end, killed at a random moment.

use std::io::{BufRead, BufReader};
use std::thread;
use std::time::Duration;

use super::shelf::{self, NAME, OLD, Shelf, Site, text};
use super::worker::{self, Task};

/// How long a worker saves at most, in microseconds: some dozens of saves.
const LONGEST: u64 = 20_000;

#[test]
fn a_kill_at_a_random_moment_loses_nothing() {
    kill_at_random(60);
}

#[test]
#[ignore = "a long run"]
fn long_run_of_kills_at_random_moments() {
    kill_at_random(1_000);
}

fn kill_at_random(rounds: u64) {
    let shelf = Shelf::stocked();
    let (mut leftovers, mut saves) = (0, 0);
    for round in 0..rounds {
        let mut worker = worker::start::<Shelf>(Task::Loop, shelf.data());
        let mut lines = BufReader::new(worker.stdout.take().expect("a pipe")).lines();
        let first = lines.find(|line| line.as_ref().is_ok_and(|line| line.starts_with("result: ")));
        assert!(first.is_some(), "the worker saves nothing");
        // A multiplicative hash spreads the moments evenly, the same ones in every run.
        let moment = round.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        thread::sleep(Duration::from_micros(moment % LONGEST));
        worker.kill().expect("it runs until it is killed");
        worker.wait().expect("a child");
        let what = format!("round {round}");
        for line in lines.map_while(Result::ok).filter(|line| line.starts_with("result: ")) {
            assert_eq!(line, "result: written", "{what}");
            saves += 1;
        }
        let (profile, file) = shelf.store.load(&shelf::name()).expect("whole").expect("there");
        assert_eq!(profile.name.as_ref().map(touchstone::profile::ProfileName::as_str), Some(NAME));
        let note = shelf::note(&profile).to_owned();
        assert!(note == OLD || note.parse::<u64>().is_ok(), "{what}: {note}");
        assert!(file == text(&note), "{what}: the file holds\n{file}");
        leftovers += shelf.content().len() - 1;
        clear_backup(&shelf);
        shelf.assert_next_save_works(&what);
    }
    println!("{rounds} kills among {saves} saves, {leftovers} other files found");
}

/// A worker writes over anything, so that the profile before is kept beside it, whole as well.
fn clear_backup(shelf: &Shelf) {
    let backup = shelf.backup();
    let text = std::fs::read_to_string(&backup).expect("a backup");
    assert!(shelf.store.read(&backup).is_ok(), "the backup holds\n{text}");
    std::fs::remove_file(backup).expect("it is removed");
}

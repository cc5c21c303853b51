//! The manual page as it is printed.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::support::bench::Bench;
use crate::support::skip;

#[test]
fn the_page_is_one_that_mandoc_reads_without_complaint() {
    let page = Bench::new().run(&["man"]).done();
    assert!(page.starts_with(".TH TOUCHSTONE 1 "), "{page}");
    let mut mandoc = Command::new("mandoc");
    mandoc
        .args(["-T", "lint", "-W", "style"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let Ok(mut mandoc) = mandoc.spawn() else { return skip("there is no mandoc") };
    mandoc.stdin.take().expect("a pipe").write_all(page.as_bytes()).expect("mandoc reads");
    let said = mandoc.wait_with_output().expect("mandoc ends").stdout;
    let said = String::from_utf8(said).expect("UTF-8");
    // A date would be that of nothing in particular, and how long a line of the source is nobody sees.
    let is_meant = |line: &&str| line.contains("missing date") || line.contains("longer than 80 bytes");
    let complaints: Vec<&str> = said.lines().filter(|line| !is_meant(line)).collect();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

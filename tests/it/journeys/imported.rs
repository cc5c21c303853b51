//! Markdown and CSV in the program: opened, weighed, changed, saved as a comparison, and never written themselves.

use std::fs;

use insta::assert_snapshot;
use touchstone::weight::Weight;

use crate::support::journey::Journey;

const RECORD: &str = "# Where to sleep\n\n\
    ## Tent\n\n* Good, because it costs nothing\n* Good, because it can stand anywhere\n* Bad, because it leaks\n\n\
    ## Hut\n\n* Good, because it is dry\n* Bad, because others snore\n* It has bunks\n";

const FLATS: &str = "option,side,title,weight\nOld,pro,Cheap,8\nOld,con,Noisy,\nNew,pro,Balcony,3\n";

fn notice(journey: &Journey) -> &str {
    journey.explorer().notice().map_or("", |notice| notice.text.as_str())
}

fn weight(journey: &Journey, id: &str) -> Option<u8> {
    let explorer = journey.explorer();
    let claim = explorer.comparison().claim_with_id(id).expect("a known claim");
    explorer.stance(claim).weight.map(Weight::points)
}

#[test]
fn a_record_opens_and_says_what_was_read() {
    let journey = Journey::on_document("record.md", RECORD).sized(80, 24);
    assert_eq!(
        notice(&journey),
        "Read 2 options and 5 reasons; 1 line left out, which `touchstone import` lists"
    );
    assert_snapshot!(journey.picture());
}

#[test]
fn what_was_weighed_is_there_the_next_time() {
    let journey = Journey::on_document("record.md", RECORD).press("9 s");
    let journey = journey.press("m i n e ENTER").open_again_after_a_kill();
    assert_eq!(weight(&journey, "tent/it-costs-nothing"), Some(9));
}

#[test]
fn changes_are_saved_as_a_comparison_and_the_document_stays() {
    let journey = Journey::on_document("record.md", RECORD).press("a L i g h t ENTER ESC");
    assert!(journey.text().contains("Light"));
    let journey = journey.press("s ENTER");
    assert_eq!(notice(&journey), "Saved in where-to-sleep.ron");
    let saved = fs::read_to_string(journey.data().join("where-to-sleep.ron")).unwrap();
    assert!(saved.contains("\"Light\"") && saved.contains("\"it leaks\""), "{saved}");
    assert_eq!(fs::read_to_string(journey.file()).unwrap(), RECORD);
}

#[test]
fn the_document_itself_is_no_place_to_save() {
    let mut journey = Journey::on_document("record.md", RECORD).press("a L i g h t ENTER ESC s Ctrl-U");
    for key in "record.md".chars() {
        journey = journey.press(&key.to_string());
    }
    let journey = journey.press("ENTER");
    assert!(journey.text().contains("the name of the file should end with .ron"), "{}", journey.text());
    assert_eq!(fs::read_to_string(journey.file()).unwrap(), RECORD);
}

#[test]
fn what_was_written_and_not_saved_is_brought_back() {
    let mut journey = Journey::on_document("record.md", RECORD).press("a L i g h t ENTER ESC");
    journey.keep_draft();
    let journey = journey.open_again_after_a_kill();
    assert_eq!(notice(&journey), "Brought back what was not saved");
    assert!(journey.text().contains("Light"));
    let journey = journey.press("u");
    assert!(!journey.text().contains("Light"));
}

#[test]
fn a_document_that_changed_since_is_told() {
    let mut journey = Journey::on_document("record.md", RECORD).press("a L i g h t ENTER ESC");
    journey.keep_draft();
    journey.write_file(&RECORD.replace("nothing", "little"));
    let journey = journey.open_again_after_a_kill();
    assert_eq!(notice(&journey), "Brought back what was not saved, of the document before it was changed");
    assert!(journey.text().contains("nothing") && journey.text().contains("Light"));
}

#[test]
fn the_weights_of_a_table_are_where_one_begins() {
    let journey = Journey::on_document("flats.csv", FLATS).sized(80, 24);
    assert_eq!((weight(&journey, "old/cheap"), weight(&journey, "new/balcony")), (Some(8), Some(3)));
    assert_eq!(weight(&journey, "old/noisy"), None);
    assert_snapshot!(journey.picture());
    // Nothing of them is lost by leaving, so nothing is asked.
    assert!(journey.press("q").has_left());
}

//! Profiles so large that the limit of a file matters.

use std::fmt::Write;

use tempfile::TempDir;
use touchstone::comparison::Comparison;
use touchstone::profile::Profile;
use touchstone::safe_text::SafeText;
use touchstone::store::{Over, Saving, Store};
use touchstone::weight::Weight;

use super::shelf;
use crate::support;

/// A comparison with as many claims as there may be.
fn crowd() -> Comparison {
    let claims = (0..1_000).fold(String::new(), |mut claims, i| {
        write!(claims, "(id:\"a-claim-with-a-name-{i}\",title:\"T{i}\"),").expect("a text takes all");
        claims
    });
    let text = format!(
        "Comparison(format: 1, id: \"x\", title: \"T\", alternatives: [
            (id: \"a\", name: \"A\", pros: [{claims}], cons: []), (id: \"b\", name: \"B\", pros: [], cons: [])])"
    );
    Comparison::from_ron(&text).expect("a sound comparison")
}

#[test]
fn a_saved_profile_is_never_too_large_to_be_read() {
    let folder = TempDir::new().expect("a temporary folder");
    let comparison = crowd();
    let store = Store::new(folder.path(), &comparison);
    for weighed in [300, 500, 1_000] {
        let name = support::name(&format!("{weighed} weighed"));
        let mut profile = Profile::new(&comparison).named(Some(name));
        for (claim, _) in comparison.claims().take(weighed) {
            profile[claim].weight = Weight::new(7);
        }
        assert_is_read_again(&store, &profile, &format!("{weighed} claims weighed"));
    }
}

#[test]
fn a_saved_profile_with_the_longest_notes_is_never_too_large_to_be_read() {
    let folder = TempDir::new().expect("a temporary folder");
    let comparison = support::jewelry();
    let store = Store::new(folder.path(), &comparison);
    let mut profile = Profile::new(&comparison).named(Some(shelf::name()));
    for (claim, _) in comparison.claims() {
        // Each of these takes two bytes in a file.
        profile[claim].note = SafeText::text(&"\"".repeat(8 * 1024));
    }
    assert_is_read_again(&store, &profile, "the longest notes");
}

/// A save either refuses or can be read again.
#[track_caller]
fn assert_is_read_again(store: &Store, profile: &Profile, what: &str) {
    let name = profile.name.as_ref().expect("a name");
    match store.save(name, profile, &Over::Nothing) {
        Ok(Saving::Written { text, .. }) => match store.load(name) {
            Ok(Some((read, _))) => assert!(read == *profile, "{what}: another profile"),
            Ok(None) => panic!("{what}: written, but not there"),
            Err(error) => panic!("{what}: {} bytes written, but {error}", text.len()),
        },
        Ok(other) => panic!("{what}: {other:?}"),
        Err(_) => assert!(matches!(store.load(name), Ok(None)), "{what}: refused, but there"),
    }
}

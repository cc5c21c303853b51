//! Speed of what happens on each key and at the start.

#![expect(clippy::expect_used, reason = "a bench that can not go on should stop")]

mod worst;

use std::fmt::Write;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use touchstone::comparison::Comparison;
use touchstone::decision;
use touchstone::edit::{self, Edit};
use touchstone::explorer::{Action, Command, Document, Explorer, Reweigh};
use touchstone::import::{self, Form};
use touchstone::profile::{Counting, Profile};
use touchstone::store::Origin;
use touchstone::view::{self, Theme};
use touchstone::weight::Weight;

fn jewelry() -> Comparison {
    Comparison::from_ron(touchstone::JEWELRY).expect("the bundled comparison is sound")
}

fn document(text: String) -> Document {
    Document::new(text, Origin::Input).expect("a sound comparison")
}

/// Every second claim weighed, so that set and unset weights both occur.
fn weighed(comparison: &Comparison) -> Profile {
    let mut profile = Profile::new(comparison);
    for (_, stance) in profile.stances_mut().step_by(2) {
        stance.weight = Weight::new(7);
    }
    profile
}

fn evaluate(c: &mut Criterion) {
    let large =
        Comparison::from_ron(&worst::text(2, 1_000, |i| (i % 2, true, None))).expect("a sound comparison");
    for (comparison, counting, said) in [
        (jewelry(), Counting::EachReasonOnce, ""),
        (jewelry(), Counting::EveryClaim, ", each by itself"),
        (large, Counting::EachReasonOnce, ""),
    ] {
        let mut profile = weighed(&comparison);
        profile.counting = counting;
        c.bench_function(&format!("evaluate {} claims{said}", comparison.claims().len()), |b| {
            b.iter(|| decision::assess(black_box(&comparison), black_box(&profile)));
        });
    }
}

/// What is legal but as large as can be: a key may take 16 ms with all that is drawn.
fn evaluate_worst(c: &mut Criterion) {
    for worst::Case { name, comparison, profile, .. } in worst::cases() {
        c.bench_function(&format!("evaluate 1000 claims: {name}"), |b| {
            b.iter(|| decision::assess(black_box(&comparison), black_box(&profile)));
        });
        let assessment = decision::assess(&comparison, &profile);
        c.bench_function(&format!("balance 1000 claims: {name}"), |b| {
            b.iter(|| black_box(&assessment).why.balance(0));
        });
    }
}

fn draw(c: &mut Criterion) {
    let comparison = jewelry();
    let profile = weighed(&comparison);
    let mut explorer = Explorer::new(document(touchstone::JEWELRY.to_owned()), profile, None);
    let area = Rect::new(0, 0, 120, 40);
    let mut buf = Buffer::empty(area);
    c.bench_function("draw at 120x40", |b| {
        b.iter(|| view::draw(black_box(&explorer), &Theme::colored(), area, &mut buf));
    });
    explorer.update(Action::Do(Command::Insight));
    c.bench_function("draw the insight view at 120x40", |b| {
        b.iter(|| view::draw(black_box(&explorer), &Theme::colored(), area, &mut buf));
    });
}

/// A weight set and taken back, each with all that follows and a whole frame: two keys.
fn two_keys(c: &mut Criterion) {
    let area = Rect::new(0, 0, 200, 60);
    let mut buf = Buffer::empty(area);
    for worst::Case { name, text, profile, .. } in worst::cases() {
        let mut explorer = Explorer::new(document(text), profile, None);
        let mut press = |explorer: &mut Explorer| {
            for command in [Command::Weigh(Reweigh::To(Weight::FULL)), Command::Undo] {
                explorer.update(Action::Do(command));
                explorer.set_extent(view::draw(explorer, &Theme::colored(), area, &mut buf).0);
            }
        };
        c.bench_function(&format!("two keys, 1000 claims: {name}"), |b| b.iter(|| press(&mut explorer)));
        explorer.update(Action::Do(Command::Insight));
        let mut press = |explorer: &mut Explorer| {
            for command in [Command::Counting, Command::Counting] {
                explorer.update(Action::Do(command));
                explorer.set_extent(view::draw(explorer, &Theme::colored(), area, &mut buf).0);
            }
        };
        c.bench_function(&format!("two keys in insight, 1000 claims: {name}"), |b| {
            b.iter(|| press(&mut explorer));
        });
    }
}

/// A decision record as many are.
const RECORD: &str = include_str!("../../examples/store-the-skis.md");

fn load(c: &mut Criterion) {
    c.bench_function("load the bundled comparison", |b| {
        b.iter(|| Comparison::from_ron(black_box(touchstone::JEWELRY)));
    });
    c.bench_function("import a decision record", |b| {
        b.iter(|| import::read(black_box(RECORD), Form::Markdown, None, None));
    });
    // As many unknown names as there are problems listed, each compared with as many known ones as there may be.
    let mut worst = "Comparison(criteria: [".to_owned();
    for criterion in 0..500 {
        write!(worst, "(id: \"{criterion:060}\", name: \"{criterion}\"),").expect("a text takes all");
    }
    worst.push_str("], presets: [(weights: {");
    for weight in 0..30_000 {
        write!(worst, "\"x{weight:059}\": 0,").expect("a text takes all");
    }
    worst.push_str("})])");
    c.bench_function("refuse 30,000 unknown criteria", |b| {
        b.iter(|| Comparison::from_ron(black_box(&worst)));
    });
}

/// A key that changes the file: the largest there may be in claims, and in bytes.
fn change(c: &mut Criterion) {
    for (name, text) in [
        ("1000 claims", worst::file("")),
        ("4 MiB", worst::file(&"All that can be said of it. ".repeat(146))),
        ("4 MiB of Cyrillic", worst::file(&"\u{412}\u{441}\u{451}, \u{447}\u{442}\u{43e} ".repeat(240))),
    ] {
        let comparison = Comparison::from_ron(&text).expect("a sound comparison");
        let (claim, _) = comparison.claims().nth(500).expect("many claims");
        for (what, edit) in [
            ("retitle a claim", Edit::Retitle(claim, "Another title".to_owned())),
            ("delete a claim", Edit::DeleteClaim(claim)),
        ] {
            c.bench_function(&format!("{what}, {name}"), |b| {
                b.iter(|| edit::apply(black_box(&text), black_box(&comparison), black_box(&edit)));
            });
        }
    }
}

criterion_group!(benches, evaluate, evaluate_worst, draw, two_keys, load, change);
criterion_main!(benches);

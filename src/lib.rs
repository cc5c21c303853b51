//! Touchstone weighs a choice: pros and cons side by side, and how sure the answer is.
//!
//! The screen, and the module behind each part of it:
//!
//! ```text
//!  Touchstone   Handmade vs. mass-produced jewelry       new profile *    view/header
//! ┏ ▶ Handmade ━━━━━━━━━━━━━ net +14 ┓╭ ● Mass-produced ────── net 0 ╮    view/pane
//! ┃ + Pros                       +29 ┃│ + Pros                  +20 │
//! ┃▌● Uniqueness   ━━━━━━━━━─  9     ┃│ ● Affordability  ·······  ? │    view/row
//! ┃ ...                              ┃│ ...                         │
//! ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛╰─────────────────────────────╯
//! ─ Uniqueness · pro of Handmade ─────────────────────────────────────    view/detail
//!   No two pieces come out alike.
//! ╭ Recommendation ──────────────────────────────────────────────────╮    view/recommendation,
//! │ ████████████████████████████████████████████████████████████████ │    view/gauge; the sentences
//! │ Solidly Handmade: ahead in 85 of 100 weightings ...              │    are story's
//! ╰──────────────────────────────────────────────────────────────────╯
//!  ↑↓←→ move  Space on/off  0-9 matters  w ask me  s save  ? help        view/footer, from keymap
//! ```
//!
//! Arrows point one way, from the bottom to the top; a test holds them:
//!
//! ```text
//! safe_text, wording              text from files made safe to show; how things are called in messages
//! tree, problem, ron_text         text in: read, as a plain tree with the place of every value; what is wrong, and where
//! weight, comparison, profile     the core: the question, what a person thinks of it,
//! decision, story                 what follows, and the sentences that say it
//! report                          text out: the answer for people and for programs
//! text_file, store                files as they are read; profiles and drafts on disk
//! explorer                        what is on screen and how it changes: an Action in, an Effect out
//! keymap, view                    every key said once; the state as cells
//! program                         all of that put together: what the loop and the tests drive
//! runner, cli                     the terminal and its signals; the command line
//! ```
//!
//! The core serves without the rest:
//!
//! ```
//! use touchstone::comparison::Comparison;
//! use touchstone::profile::Profile;
//! use touchstone::weight::Weight;
//! use touchstone::{decision, story::Story};
//!
//! let comparison = Comparison::from_ron(touchstone::JEWELRY).expect("a sound comparison");
//! let mut profile = Profile::new(&comparison);
//! let uniqueness = comparison.claim_with_id("handmade/uniqueness").expect("a claim of it");
//! profile.set_weight(&comparison, uniqueness, Weight::new(9));
//! let assessment = decision::assess(&comparison, &profile);
//! let story = Story { comparison: &comparison, profile: &profile, assessment: &assessment };
//! println!("{}", story.headline().in_one_line());
//! ```

pub mod comparison;
pub mod decision;
pub mod problem;
pub mod profile;
pub mod report;
pub mod story;
pub mod weight;

#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod explorer;
#[doc(hidden)]
pub mod keymap;
#[doc(hidden)]
pub mod program;
#[doc(hidden)]
pub mod ron_text;
#[doc(hidden)]
pub mod runner;
#[doc(hidden)]
pub mod safe_text;
#[doc(hidden)]
pub mod store;
#[doc(hidden)]
pub mod text_file;
#[doc(hidden)]
pub mod tree;
#[doc(hidden)]
pub mod view;
mod wording;

/// The bundled comparison as the text of its RON file.
pub const JEWELRY: &str = include_str!("../assets/jewelry.ron");

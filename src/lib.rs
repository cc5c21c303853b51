//! Touchstone weighs a choice: pros and cons side by side, and how sure the answer is.
//!
//! The screen, and the module behind each part of it:
//!
//! ```text
//!  Handmade vs. mass-produced jewelry           mine, not saved · 3 of 11 reasons weighed    view/header
//!  So far Handmade, some doubt left: first in 84 of every 100 ways your answers ...          view/headline
//!              ▁▁▂▃▅▆▇████▇▆▅▄▃▂▁▁                                                           view/gauge for two
//!  Handmade ◂──────────────────────────┴──────────────────────────────────▸ Mass-produced    alternatives,
//! ┏ ▶ Handmade · 3 of 8 weighed ━━━━━━━━━━━┓╭ ● Mass-produced · 3 of 9 weighed ──────────╮    else view/standings
//! ┃ + For                                  ┃│ + For                                      │    view/pane
//! ┃▌● Uniqueness           ━━━━━━━━━─  9   ┃│ ● Affordability          ━━━━━━━───  7     │    view/row
//! ┃ ...                                    ┃│ ...                                        │
//! ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛╰────────────────────────────────────────────╯
//!  Uniqueness · for Handmade · 9, give or take 2                     moved 71 → 84 of 100    view/detail
//!    No two pieces come out alike.
//!  It rests on many reasons, Uniqueness and Craftsmanship the heaviest.                      view/notes; the sentences
//!  Think about next: Personal connection (it could move the 84 by up to 26).                 are story's
//!  ↑↓←→ move  Space on/off  0-9 matters  w ask me  i insight  s save  ? help                 view/footer, from keymap
//! ```
//!
//! Arrows point one way, from the bottom to the top; a test holds them:
//!
//! ```text
//! order                           lists put in order by one sort for all
//! safe_text, wording, search      text from files made safe to show; how things are called in messages; words looked for
//! tree, problem, ron_text         text in: read, as a plain tree with the place of every value; what is wrong
//! weight, comparison, profile     the core: the question, what a person thinks of it,
//! edit                            changes of what a comparison's file says
//! import, audit                   Markdown and CSV as a comparison; whether what a record chose leads by its own reasons
//! decision, together, story       what follows, for one and for several, and the sentences that say it
//! report, survey                  text out: the answer for people and for programs; any number of people, a line each
//! text_file, lines, store         files as they are read; streams of lines; profiles, comparisons and drafts on disk
//! explorer                        what is on screen and how it changes: an Action in, an Effect out
//! dialogue                        the same line by line: a line in, Actions and sentences out
//! keymap, view                    every key said once; the state as cells
//! program                         all of that put together: what the loop and the tests drive
//! runner, cli                     the terminal and its signals; the command line
//! ```
//!
//! The core serves without the rest:
//!
//! ```
//! use touchstone::comparison::Comparison;
//! use touchstone::decision;
//! use touchstone::profile::Profile;
//! use touchstone::story::Story;
//! use touchstone::weight::Weight;
//!
//! let comparison = Comparison::from_ron(touchstone::JEWELRY).expect("a sound comparison");
//! let mut profile = Profile::new(&comparison);
//! let uniqueness = comparison.claim_with_id("handmade/uniqueness").expect("a claim of it");
//! profile.set_weight(&comparison, uniqueness, Weight::new(9));
//! let assessment = decision::assess(&comparison, &profile);
//! let story = Story { comparison: &comparison, profile: &profile, assessment: &assessment };
//! println!("{}", story.headline().in_one_line());
//! ```

pub mod audit;
pub mod comparison;
pub mod decision;
pub mod edit;
pub mod import;
pub mod problem;
pub mod profile;
pub mod report;
pub mod story;
pub mod survey;
pub mod together;
pub mod weight;

#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod dialogue;
#[doc(hidden)]
pub mod explorer;
#[doc(hidden)]
pub mod keymap;
#[doc(hidden)]
pub mod lines;
mod order;
#[doc(hidden)]
pub mod program;
#[doc(hidden)]
pub mod ron_text;
#[doc(hidden)]
pub mod runner;
#[doc(hidden)]
pub mod safe_text;
#[doc(hidden)]
pub mod search;
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

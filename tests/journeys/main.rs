//! Journeys: a setup, a string of keys through the real keymap, and a picture of the screen.

#![expect(clippy::expect_used, reason = "a test that can not go on should stop")]

mod dialogs;
mod first_weighing;
mod insight;
mod journey;
mod panes;
mod sizes;

//! Journeys: a setup, a string of keys through the real keymap, and a picture of the screen.

mod ask_me;
mod decided;
mod dialogs;
mod file;
mod giving;
mod help;
mod imported;
mod insight;
mod list;
mod panes;
mod places;
mod room;
mod sizes;
mod writing;

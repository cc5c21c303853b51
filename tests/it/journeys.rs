//! Journeys: a setup, a string of keys through the real keymap, and a picture of the screen.

mod ascii;
mod ask_me;
mod blind;
mod decided;
mod dialogs;
mod file;
mod find;
mod giving;
mod gut;
mod help;
mod imported;
mod insight;
mod list;
mod listing;
mod mouse;
mod panes;
mod places;
mod room;
mod sent;
mod sizes;
mod together;
mod writing;

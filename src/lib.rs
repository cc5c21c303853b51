//! Touchstone weighs a choice: pros and cons side by side, and how sure the answer is.

pub mod cli;
pub mod comparison;
pub mod decision;
pub mod explorer;
pub mod keymap;
pub mod problem;
pub mod profile;
pub mod report;
pub mod ron_text;
pub mod runner;
pub mod shown;
pub mod store;
pub mod story;
pub mod text_file;
pub mod tree;
pub mod view;
mod wording;

/// The bundled comparison as the text of its RON file.
pub const JEWELRY: &str = include_str!("../assets/jewelry.ron");

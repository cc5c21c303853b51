//! Touchstone weighs a choice: pros and cons side by side, and how sure the answer is.

pub mod comparison;
pub mod decision;
pub mod profile;
pub mod ron_text;

/// The bundled comparison as the text of its RON file.
pub const JEWELRY: &str = include_str!("../assets/jewelry.ron");

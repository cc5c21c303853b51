//! What numbers mean, each of which can be pointed at.

use super::Placed;
use crate::explorer::{Command, Reweigh};
use crate::view::spots::Spot;
use crate::view::text;
use crate::weight::Weight;

/// From this width on there is room for all numbers, not only those that have a word.
const ALL: usize = 67;

/// The scale in lines of at most `width` cells, and where its numbers are on a page with so many lines above.
pub(super) fn lines(width: usize, above: usize) -> (Vec<String>, Vec<Placed>) {
    let (each, between) = if width >= ALL { (1, "  ") } else { (5, " \u{b7} ") };
    let mut lines = vec![String::new()];
    let mut spots = Vec::new();
    for points in (0..=Weight::MOST).step_by(each) {
        let label = label(points);
        let is_full = lines.last().is_some_and(|line| {
            !line.is_empty() && text::width(line) + text::width(between) + text::width(&label) > width
        });
        if is_full {
            lines.push(String::new());
        }
        let at = above + lines.len() - 1;
        if let Some(line) = lines.last_mut() {
            line.push_str(if line.is_empty() { "" } else { between });
            let start = text::width(line);
            line.push_str(&label);
            let columns = [start, text::width(line)].map(|cell| u16::try_from(cell).unwrap_or(u16::MAX));
            let weigh = Command::Weigh(Reweigh::To(Weight::clamped(points)));
            // One cell is hard to hit; those around a number are its own too.
            spots.push((at, columns[0].saturating_sub(1)..columns[1].saturating_add(1), Spot::Key(weigh)));
        }
    }
    (lines, spots)
}

fn label(points: u8) -> String {
    match points {
        0 => "0 not at all".to_owned(),
        5 => "5 middling".to_owned(),
        10 => "10 above all else".to_owned(),
        points => points.to_string(),
    }
}

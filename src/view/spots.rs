//! What on the screen can be pointed at. The drawing itself says where it is, so that no place is worked out twice.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::comparison::{AlternativeId, ClaimId};
use crate::explorer::Command;
use crate::weight::Weight;

/// Something that can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The name of a key that does this.
    Key(Command),
    /// A box or a page with lines, which the wheel moves through.
    Lines,
    /// One of these lines, by its place among those that can be chosen.
    Line(usize),
    /// The line that is chosen.
    Chosen,
    /// A pane.
    Pane(AlternativeId),
    /// The column of a person, by its place.
    Person(usize),
    /// The line of a claim.
    Claim(ClaimId),
    /// The mark that says whether a claim is on.
    Mark(ClaimId),
    /// The bar of a claim's weight, and the cell before it for a weight of 0.
    Bar(ClaimId),
}

impl Spot {
    /// One of the lines that can be chosen.
    pub(super) fn of_line(place: usize, is_chosen: bool) -> Self {
        if is_chosen { Self::Chosen } else { Self::Line(place) }
    }
}

/// All that can be pointed at, and where it is; what was drawn later lies over what was drawn before.
#[derive(Clone, Debug, Default)]
pub struct Spots(Vec<(Rect, Spot)>);

impl Spots {
    pub(super) fn add(&mut self, area: Rect, spot: Spot) {
        self.0.push((area, spot));
    }

    pub(super) fn extend(&mut self, spots: impl IntoIterator<Item = (Rect, Spot)>) {
        self.0.extend(spots);
    }

    /// Covers all that is there with a box or a page that has the keys.
    pub(super) fn cover(&mut self, area: Rect) {
        self.clear();
        self.add(area, Spot::Lines);
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// What lies at a place on top of all else.
    #[must_use]
    pub fn at(&self, place: Position) -> Option<Spot> {
        self.under(place).next()
    }

    /// All that lies at a place, from the top.
    pub fn under(&self, place: Position) -> impl Iterator<Item = Spot> {
        self.0.iter().rev().filter(move |(area, _)| area.contains(place)).map(|(_, spot)| *spot)
    }

    /// The weight that a column of a claim's bar stands for, also beyond its ends; none if it has no bar.
    #[must_use]
    pub fn weight(&self, claim: ClaimId, column: u16) -> Option<Weight> {
        let (bar, _) = self.0.iter().find(|(_, spot)| *spot == Spot::Bar(claim))?;
        let cells = bar.width.saturating_sub(1).max(1);
        let cell = column.saturating_sub(bar.x).min(cells);
        u8::try_from(cell * u16::from(Weight::MOST) / cells).ok().map(Weight::clamped)
    }

    /// Whether each cell of a claim's bar stands for two points.
    #[must_use]
    pub fn is_short(&self, claim: ClaimId) -> bool {
        self.0.iter().any(|(bar, spot)| *spot == Spot::Bar(claim) && bar.width <= u16::from(Weight::MOST))
    }

    /// All of them, those first that were drawn first.
    pub fn iter(&self) -> impl Iterator<Item = &(Rect, Spot)> {
        self.0.iter()
    }
}

/// What is drawn on.
pub(super) struct Canvas<'a> {
    pub(super) buf: &'a mut Buffer,
    pub(super) spots: Spots,
}

//! Which lines the panes show, and in which order.

use std::cmp::Reverse;

use super::notice::Notice;
use super::{Command, Cursor, Document, Explorer};
use crate::comparison::{AlternativeId, ClaimId, Comparison, Polarity};
use crate::order;
use crate::profile::Profile;
use crate::weight::Weight;

/// Which lines the panes show, and in which order.
///
/// It is made once and stays as it is while weights change: nothing vanishes or jumps under one's hands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Listing {
    /// All lines, as they are written.
    #[default]
    Written,
    /// Those that counted, the heaviest first on each side of each pane.
    Weighed {
        /// The claims in that order.
        claims: Vec<ClaimId>,
        /// How often the comparison had changed.
        changes: usize,
    },
}

impl Listing {
    /// Those that count by a profile: that are on and weigh more than 0. What is open comes after what is weighed.
    fn weighed(document: &Document, profile: &Profile) -> Self {
        let comparison = document.comparison();
        let weight = |claim: ClaimId| profile.weight(comparison, claim);
        let counts =
            |claim: &ClaimId| profile[*claim].on && weight(*claim).is_none_or(|weight| weight.points() > 0);
        let mut claims: Vec<ClaimId> = comparison.claims().map(|(claim, _)| claim).filter(counts).collect();
        order::by_key(&mut claims, |claim| Reverse(weight(*claim).map(Weight::points)));
        Self::Weighed { claims, changes: document.changes() }
    }

    /// The lines on one side of a pane.
    #[must_use]
    pub fn side(&self, comparison: &Comparison, pane: AlternativeId, side: Polarity) -> Vec<ClaimId> {
        match self {
            Self::Written => match side {
                Polarity::Pro => comparison[pane].pros().collect(),
                Polarity::Con => comparison[pane].cons().collect(),
            },
            Self::Weighed { claims, .. } => {
                let is_there = |claim: &&ClaimId| {
                    let claim = &comparison[**claim];
                    claim.alternative == pane && claim.polarity == side
                };
                claims.iter().filter(is_there).copied().collect()
            }
        }
    }

    /// All lines of a pane.
    #[must_use]
    pub fn pane(&self, comparison: &Comparison, pane: AlternativeId) -> Vec<ClaimId> {
        let mut lines = self.side(comparison, pane, Polarity::Pro);
        lines.extend(self.side(comparison, pane, Polarity::Con));
        lines
    }

    /// Whether it is still of what a document says and of where one is.
    fn holds(&self, document: &Document, cursor: Cursor) -> bool {
        match self {
            Self::Written => true,
            Self::Weighed { claims, changes } => {
                *changes == document.changes() && cursor.claim.is_none_or(|claim| claims.contains(&claim))
            }
        }
    }
}

impl Explorer {
    /// Which lines the panes show, and in which order.
    #[must_use]
    pub fn listing(&self) -> &Listing {
        &self.listing
    }

    /// Shows only what counts, the heaviest first, or all lines again.
    pub(super) fn switch_listing(&mut self) {
        let said = if self.listing == Listing::Written {
            self.listing = Listing::weighed(&self.document, self.profile());
            let all = self.comparison().claims().len();
            let cursor = self.cursor;
            let lines = self.listing.pane(self.comparison(), cursor.alternative);
            let is_shown = cursor.claim.is_some_and(|claim| lines.contains(&claim));
            self.cursor.claim = if is_shown { cursor.claim } else { lines.first().copied() };
            let Listing::Weighed { claims, .. } = &self.listing else { return };
            let hidden = match all - claims.len() {
                0 => String::new(),
                hidden => format!(", {hidden} hidden"),
            };
            Notice::done(format!("The heaviest first{hidden}")).with(Command::List, "brings all back")
        } else {
            self.show_all_lines();
            Notice::done("All lines are back, as they are written")
        };
        self.notice = Some(said);
    }

    /// Shows all lines as they are written.
    pub(super) fn show_all_lines(&mut self) {
        self.listing = Listing::Written;
        if self.cursor.claim.is_none() {
            self.cursor.claim = self.comparison()[self.cursor.alternative].claims().next();
        }
    }

    /// Shows all lines if those that are shown are of another time, or not the one that the keys work on.
    pub(super) fn keep_listing(&mut self) {
        if !self.listing.holds(&self.document, self.cursor) {
            self.show_all_lines();
        }
    }
}
